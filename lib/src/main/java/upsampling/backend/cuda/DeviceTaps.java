package upsampling.backend.cuda;

import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// Weighted sums along rows and columns: `taps.cu`. Plain twin: `ScalarBackend.applyTaps`.
public final class DeviceTaps {
    private static final int FEW = 20; // taps of an output, rows times columns, up to which it is quicker to take all at once than to store sums in between

    private DeviceTaps() { }

    /// Computes {@link upsampling.backend.Backend#applyTaps}.
    public static void apply(CudaDevice device, Tensor x, Taps rows, Taps columns, Tensor y) {
        synchronized (device.tables()) { // until the launch, no other thread takes a table away
            applyWithTables(device, x, rows, columns, y);
        }
    }

    private static void applyWithTables(CudaDevice device, Tensor x, Taps rows, Taps columns, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        Table down = Table.of(device, rows);
        Table across = Table.of(device, columns);
        if ((long) most(rows) * most(columns) <= FEW) {
            device.launch(Kernel.TAPS_BOTH, out.size(), CudaDevice.memory(x), CudaDevice.memory(y), out.size(), in.h(), in.w(), out.h(), out.w(),
                down.first, down.cell, down.weight, across.first, across.cell, across.weight);
            return;
        }
        int wide = Math.multiplyExact(in.planes(), Math.multiplyExact(in.h(), out.w()));
        try (DeviceBuffer sums = device.scratch(wide, "sums along the columns")) {
            along(device, CudaDevice.memory(x), sums.memory(), wide, in.w(), out.w(), 1, across);
            along(device, sums.memory(), CudaDevice.memory(y), out.size(), in.h(), out.h(), out.w(), down);
        }
    }

    private static void along(CudaDevice device, DeviceMemory x, DeviceMemory y, int count, int size, int outSize, int inner, Table table) {
        device.launch(Kernel.TAPS_AXIS, count, x, y, count, size, outSize, inner, table.first, table.cell, table.weight);
    }

    private static int most(Taps taps) {
        int most = 0;
        for (int o = 0; o + 1 < taps.first().length; o++) most = Math.max(most, taps.first()[o + 1] - taps.first()[o]);
        return most;
    }

    /// A table on the device.
    private record Table(DeviceMemory first, DeviceMemory cell, DeviceMemory weight) {
        static Table of(CudaDevice device, Taps taps) {
            return new Table(device.tables().of(taps.first()), device.tables().of(taps.cell()), device.tables().of(taps.weight()));
        }
    }
}
