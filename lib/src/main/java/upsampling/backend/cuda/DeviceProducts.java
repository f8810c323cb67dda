package upsampling.backend.cuda;

import upsampling.backend.MatrixView;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Products of matrices, and pictures as matrices: `products.cu`. Plain twin: `ScalarProducts`.
public final class DeviceProducts {
    private static final int TILE = 64; // rows and columns that a block of threads computes

    private DeviceProducts() { }

    /// Computes {@link upsampling.backend.Backend#gemm}.
    public static void gemm(CudaDevice device, MatrixView a, MatrixView b, boolean add, MatrixView c) {
        device.driver().launch(Kernel.GEMM, new Launch.Grid(Math.ceilDiv(c.columns(), TILE), Math.ceilDiv(c.rows(), TILE), 1, Launch.THREADS),
            CudaDevice.memory(a.tensor()), a.offset(), CudaDevice.memory(b.tensor()), b.offset(), CudaDevice.memory(c.tensor()), c.offset(),
            c.rows(), c.columns(), a.columns(), a.rowStride(), a.columnStride(), b.rowStride(), b.columnStride(), c.rowStride(), c.columnStride(), add ? 1 : 0);
    }

    /// Computes {@link upsampling.backend.Backend#im2col}.
    public static void im2col(CudaDevice device, Tensor x, int sample, Geometry windows, int outWidth, MatrixView columns) {
        Shape in = x.shape();
        Window height = windows.height();
        Window width = windows.width();
        int count = Math.multiplyExact(columns.rows(), columns.columns());
        device.launch(Kernel.IM2COL, count, CudaDevice.memory(x), in.index(sample, 0, 0, 0), CudaDevice.memory(columns.tensor()), columns.offset(), count,
            columns.columns(), columns.rowStride(), columns.columnStride(), in.h(), in.w(), outWidth,
            height.kernel(), height.stride(), height.padding(), height.dilation(), width.kernel(), width.stride(), width.padding(), width.dilation());
    }

    /// Computes {@link upsampling.backend.Backend#col2im}.
    public static void col2im(CudaDevice device, MatrixView columns, Geometry windows, int outWidth, Tensor x, int sample) {
        Shape in = x.shape();
        Window height = windows.height();
        Window width = windows.width();
        int count = in.c() * in.planeSize();
        device.launch(Kernel.COL2IM, count, CudaDevice.memory(columns.tensor()), columns.offset(), CudaDevice.memory(x), in.index(sample, 0, 0, 0), count,
            columns.rowStride(), columns.columnStride(), in.h(), in.w(), columns.columns() / outWidth, outWidth,
            height.kernel(), height.stride(), height.padding(), height.dilation(), width.kernel(), width.stride(), width.padding(), width.dilation());
    }
}
