package upsampling.backend.cuda;

import java.util.Arrays;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Pools, and moving cells by indices: `pools.cu`. Plain twin: `ScalarBackend`.
public final class DevicePools {
    private static final int LARGE = 512; // cells of a box from which on a block of threads adds them

    private DevicePools() { }

    /// Computes {@link upsampling.backend.Backend#average}.
    public static void average(CudaDevice device, Tensor x, Intervals rows, Intervals columns, Tensor y) {
        synchronized (device.tables()) { // until the launch, no other thread takes a table away
            averageWithTables(device, x, rows, columns, y);
        }
    }

    private static void averageWithTables(CudaDevice device, Tensor x, Intervals rows, Intervals columns, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        DeviceTables tables = device.tables();
        boolean isLarge = (long) longest(rows) * longest(columns) >= LARGE;
        DeviceMemory[] table = {tables.of(rows.begin()), tables.of(rows.end()), tables.of(rows.divisor()),
            tables.of(columns.begin()), tables.of(columns.end()), tables.of(columns.divisor())};
        if (isLarge) {
            device.driver().launch(Kernel.AVERAGE_BLOCKS, Launch.blocks(out.size(), 1), CudaDevice.memory(x), CudaDevice.memory(y), in.h(), in.w(), out.h(), out.w(),
                table[0], table[1], table[2], table[3], table[4], table[5]);
        } else {
            device.launch(Kernel.AVERAGE_THREADS, out.size(), CudaDevice.memory(x), CudaDevice.memory(y), out.size(), in.h(), in.w(), out.h(), out.w(),
                table[0], table[1], table[2], table[3], table[4], table[5]);
        }
    }

    private static int longest(Intervals intervals) {
        int longest = 0;
        for (int o = 0; o < intervals.size(); o++) longest = Math.max(longest, intervals.end()[o] - intervals.begin()[o]);
        return longest;
    }

    /// Computes {@link upsampling.backend.Backend#maxPool}.
    public static Indices maxPool(CudaDevice device, Tensor x, Window height, Window width, Tensor values) {
        DeviceBuffer where = device.scratch(values.shape().size(), "the places of maxima");
        maxPool(device, x, height, width, values, where.memory());
        return new DeviceIndices(device.driver(), where, x.shape(), values.shape(), height, width);
    }

    /// Computes {@link upsampling.backend.Backend#maxPoolValues}.
    public static void maxPoolValues(CudaDevice device, Tensor x, Window height, Window width, Tensor values) {
        maxPool(device, x, height, width, values, null);
    }

    private static void maxPool(CudaDevice device, Tensor x, Window height, Window width, Tensor values, DeviceMemory where) {
        Shape in = x.shape();
        Shape out = values.shape();
        device.launch(Kernel.MAX_POOL, out.size(), CudaDevice.memory(x), CudaDevice.memory(values), where, out.size(), in.h(), in.w(), out.h(), out.w(),
            height.kernel(), height.stride(), height.padding(), height.dilation(), width.kernel(), width.stride(), width.padding(), width.dilation());
    }

    /// Computes {@link upsampling.backend.Backend#gather}.
    public static void gather(CudaDevice device, Tensor x, Indices indices, Tensor y) {
        if (indices instanceof DeviceIndices known) {
            gather(device, x, known.memory().memory(), y);
            return;
        }
        try (DeviceBuffer uploaded = upload(device, indices.values())) {
            gather(device, x, uploaded.memory(), y);
        }
    }

    private static void gather(CudaDevice device, Tensor x, DeviceMemory where, Tensor y) {
        int count = y.shape().size();
        device.launch(Kernel.GATHER, count, CudaDevice.memory(x), where, CudaDevice.memory(y), count, x.shape().planeSize(), y.shape().planeSize());
    }

    private static DeviceBuffer upload(CudaDevice device, int... numbers) {
        DeviceBuffer buffer = device.scratch(numbers.length, "indices");
        device.driver().upload(numbers, buffer.memory());
        return buffer;
    }

    /// Computes {@link upsampling.backend.Backend#scatterSum}: where a max pool has made the indices, each cell asks the windows that see it; for other indices, lists of
    /// who points where are made first, on the processor.
    public static void scatterSum(CudaDevice device, Tensor y, Indices indices, Tensor x) {
        Shape cells = x.shape();
        if (indices instanceof DeviceIndices(_, DeviceBuffer where, Shape in, Shape out, Window height, Window width) && in.equals(cells)) {
            device.launch(Kernel.SCATTER_WINDOWS, cells.size(), CudaDevice.memory(y), where.memory(), CudaDevice.memory(x), cells.size(), in.h(), in.w(), out.h(), out.w(),
                height.kernel(), height.stride(), height.padding(), height.dilation(), width.kernel(), width.stride(), width.padding(), width.dilation());
            return;
        }
        int[] first = new int[cells.size() + 1];
        int[] list = lists(indices.values(), y.shape().planeSize(), cells.planeSize(), first);
        try (DeviceBuffer begin = upload(device, first); DeviceBuffer pointers = upload(device, list)) {
            device.launch(Kernel.SCATTER_LISTS, cells.size(), CudaDevice.memory(y), begin.memory(), pointers.memory(), CudaDevice.memory(x), cells.size());
        }
    }

    /// Who points at which cell, in order: counts, then places (a counting sort).
    ///
    /// @param first receives where the list of each cell begins, and one entry more, where the last one ends
    static int[] lists(int[] where, int outputsPerPlane, int cellsPerPlane, int... first) {
        for (int o = 0; o < where.length; o++) if (where[o] >= 0) first[o / outputsPerPlane * cellsPerPlane + where[o] + 1]++;
        for (int i = 1; i < first.length; i++) first[i] += first[i - 1];
        int[] list = new int[first[first.length - 1]];
        int[] next = Arrays.copyOf(first, first.length - 1);
        for (int o = 0; o < where.length; o++) if (where[o] >= 0) list[next[o / outputsPerPlane * cellsPerPlane + where[o]]++] = o;
        return list;
    }
}
