package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.backend.Strided;
import upsampling.data.Noise;

/// What a launch computes before it: quotients as products, and boxes with few axes.
class DeviceBoxTest {
    @Test
    void quotientsAreThoseOfDivision() {
        var random = Noise.generator(1);
        for (int trial = 0; trial < 20_000; trial++) {
            int d = 1 + random.nextInt(trial % 2 == 0 ? 1000 : Integer.MAX_VALUE);
            DeviceDivisor divisor = DeviceDivisor.of(d);
            for (int i : new int[] {0, 1, d - 1, d, Math.max(0, 2 * d - 1), Integer.MAX_VALUE, random.nextInt(Integer.MAX_VALUE)}) {
                if (i >= 0) assertEquals(i / d, divisor.quotient(i), i + " / " + d);
            }
        }
    }

    private static DeviceBox box(int[] from, int[] to, int... sizes) {
        return DeviceBox.of(new Strided(null, 0, from), new Strided(null, 0, to), sizes);
    }

    @Test
    void axesThatLieBehindOneAnotherAreOne() {
        assertEquals(List.of(new DeviceBox.Axis(24, 1, 1)), box(new int[] {12, 4, 1}, new int[] {12, 4, 1}, 2, 3, 4).axes());
        assertEquals(List.of(new DeviceBox.Axis(6, 4, 5), new DeviceBox.Axis(4, 1, 1)), box(new int[] {12, 4, 1}, new int[] {15, 5, 1}, 2, 3, 4).axes());
        assertEquals(List.of(new DeviceBox.Axis(2, 12, 1), new DeviceBox.Axis(12, 1, 2)), box(new int[] {12, 4, 1}, new int[] {1, 8, 2}, 2, 3, 4).axes());
    }

    @Test
    void axesOfOneElementAreLeftOut() {
        assertEquals(List.of(new DeviceBox.Axis(4, 1, 3)), box(new int[] {7, 1, 9}, new int[] {7, 3, 9}, 1, 4, 1).axes());
        assertEquals(List.of(), box(new int[] {7}, new int[] {7}, 1).axes());
        assertEquals(1, box(new int[] {7}, new int[] {7}, 1).count());
    }
}
