package upsampling.backend.cuda;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Small tables that kernels read, such as the taps of a resize. A network asks for the same ones again and again, so those used last stay on the device.
final class DeviceTables {
    private static final int MOST = 64;

    private final CudaDriver driver;
    private final DeviceSpace space;
    private final Map<Key, DeviceBuffer> tables = new LinkedHashMap<>(2 * MOST, 0.75f, true); // in the order of their last use

    DeviceTables(CudaDriver driver, DeviceSpace space) {
        this.driver = driver;
        this.space = space;
    }

    /// The numbers of a table: equal ones have the same place.
    private record Key(int[] numbers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(numbers, key.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /// Returns where whole numbers are on the device. Whoever launches with several tables holds this object's lock until then.
    synchronized DeviceMemory of(int... numbers) {
        DeviceBuffer known = tables.get(new Key(numbers));
        if (known != null) return known.memory();
        DeviceBuffer made = space.buffer(Math.max(1, numbers.length), "a table");
        driver.upload(numbers, made.memory());
        tables.put(new Key(numbers.clone()), made);
        if (tables.size() > MOST) { // launches that use it come before whatever gets its memory next
            Map.Entry<Key, DeviceBuffer> oldest = tables.entrySet().iterator().next();
            tables.remove(oldest.getKey());
            oldest.getValue().close();
        }
        return made.memory();
    }

    /// Returns where weights are on the device, rounded to float.
    DeviceMemory of(double[] weights) {
        int[] bits = new int[weights.length];
        for (int i = 0; i < bits.length; i++) bits[i] = Float.floatToRawIntBits((float) weights[i]);
        return of(bits);
    }
}
