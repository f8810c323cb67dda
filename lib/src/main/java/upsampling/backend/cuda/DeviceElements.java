package upsampling.backend.cuda;

import java.util.Arrays;
import java.util.List;
import upsampling.backend.Backend;
import upsampling.backend.Strided;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Functions of single elements, and copies: `elements.cu`. Plain twin: `ScalarElements`.
public final class DeviceElements {
    private static final int AXES = 8; // of a copy

    private DeviceElements() { }

    /// Computes {@link Backend#map}.
    public static void map(CudaDevice device, Backend.Unary f, Tensor x, Tensor y) {
        int count = y.shape().size();
        device.launch(Kernel.MAP, count / 4, f.ordinal(), CudaDevice.memory(x), CudaDevice.memory(y), count);
    }

    /// Computes {@link Backend#zip}.
    public static void zip(CudaDevice device, Backend.Binary f, Tensor a, Tensor b, Tensor y) {
        Shape out = y.shape();
        int count = out.size();
        DeviceMemory left = CudaDevice.memory(a);
        DeviceMemory right = CudaDevice.memory(b);
        if (a.shape().equals(out) && b.shape().equals(out)) {
            device.launch(Kernel.ZIP, count / 4, f.ordinal(), left, right, CudaDevice.memory(y), count);
            return;
        }
        int[] stepsA = Strided.repeated(a.shape(), out);
        int[] stepsB = Strided.repeated(b.shape(), out);
        device.launch(Kernel.ZIP_REPEATED, count, f.ordinal(), left, right, CudaDevice.memory(y), count, out.c(), out.h(), out.w(),
            stepsA[0], stepsA[1], stepsA[2], stepsA[3], stepsB[0], stepsB[1], stepsB[2], stepsB[3]);
    }

    /// Computes {@link Backend#copy}.
    ///
    /// @throws IllegalArgumentException if the box has more than eight axes that are no longer rows of others
    public static void copy(CudaDevice device, Strided from, Strided to, int... sizes) {
        for (int size : sizes) if (size == 0) return;
        DeviceBox box = DeviceBox.of(from, to, sizes);
        List<DeviceBox.Axis> axes = box.axes();
        if (axes.size() > AXES) throw new IllegalArgumentException("CudaBackend.copy: the box has %d axes; it must have %d at most".formatted(axes.size(), AXES));
        int count = box.count();
        Object[] arguments = new Object[6 + 5 * AXES];
        Arrays.fill(arguments, 0);
        arguments[0] = CudaDevice.memory(from.tensor());
        arguments[1] = from.offset();
        arguments[2] = CudaDevice.memory(to.tensor());
        arguments[3] = to.offset();
        arguments[4] = count;
        arguments[5] = axes.size();
        for (int i = 0; i < axes.size(); i++) {
            DeviceBox.Axis axis = axes.get(i);
            DeviceDivisor divisor = DeviceDivisor.of(axis.size());
            int place = 6 + AXES - axes.size() + i;
            arguments[place] = axis.size();
            arguments[place + AXES] = axis.from();
            arguments[place + 2 * AXES] = axis.to();
            arguments[place + 3 * AXES] = divisor.multiplier();
            arguments[place + 4 * AXES] = divisor.shift();
        }
        device.launch(Kernel.COPY, count, arguments);
    }

    /// Computes {@link Backend#reduce}.
    public static void reduce(CudaDevice device, Backend.Reduction f, Tensor x, Tensor y) {
        reduce(device, f, CudaDevice.memory(x), x.shape(), CudaDevice.memory(y), y.shape());
    }

    /// Combines along the axes that have size 1 in `out`. Along the last axis each output has a block of threads, and if there are few outputs, several; else each has a thread.
    static void reduce(CudaDevice device, Backend.Reduction f, DeviceMemory x, Shape in, DeviceMemory y, Shape out) {
        int outputs = out.size();
        int each = in.size() / outputs;
        boolean isAlongRows = out.w() < in.w();
        if (!isAlongRows) {
            device.launch(Kernel.REDUCE_THREADS, outputs, arguments(f, x, y, in, out, outputs, each));
            return;
        }
        int parts = Math.clamp(Math.min(Math.ceilDiv(Launch.enoughBlocks(device.driver()), outputs), each / (4 * Launch.THREADS)), 1, 1024);
        if (parts == 1) {
            device.driver().launch(Kernel.REDUCE_BLOCKS, Launch.blocks(outputs, 1), arguments(f, x, y, in, out, each));
            return;
        }
        try (DeviceBuffer sums = device.scratch((long) outputs * parts, "the parts of a sum")) {
            device.driver().launch(Kernel.REDUCE_BLOCKS, Launch.blocks(outputs, parts), arguments(f, x, sums.memory(), in, out, each));
            Shape grouped = Shape.of(1, 1, outputs, parts);
            Shape single = Shape.of(1, 1, outputs, 1);
            device.driver().launch(Kernel.REDUCE_BLOCKS, Launch.blocks(outputs, 1), arguments(f, sums.memory(), y, grouped, single, parts));
        }
    }

    private static Object[] arguments(Backend.Reduction f, DeviceMemory x, DeviceMemory y, Shape in, Shape out, int... counts) {
        Object[] arguments = new Object[3 + counts.length + 10];
        int at = 0;
        arguments[at++] = f.ordinal();
        arguments[at++] = x;
        arguments[at++] = y;
        for (int count : counts) arguments[at++] = count;
        for (int kept : new int[] {out.c(), out.h(), out.w()}) arguments[at++] = kept;
        for (int combined : new int[] {in.c() / out.c(), in.h() / out.h(), in.w() / out.w()}) arguments[at++] = combined;
        for (int distance : new int[] {in.c() * in.planeSize(), in.planeSize(), in.w(), 1}) arguments[at++] = distance;
        return arguments;
    }
}
