package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Max pools that remember where their maxima were, and what goes back and forth by such indices. Plain twins: the methods of the same names of `ScalarBackend`.
///
/// The processor cannot load or store single cells by vectors faster than one by one; so these are the plain loops, on all threads.
public final class FastCells {
    private FastCells() { }

    /// Computes {@link upsampling.backend.Backend#maxPool}.
    public static Indices maxPool(Workers workers, Tensor x, Window height, Window width, Tensor values) {
        Shape in = x.shape();
        Shape out = values.shape();
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(values.buffer());
        int[] indices = new int[out.size()];
        int[] firstColumn = new int[out.w()];
        int[] endColumn = new int[out.w()];
        for (int j = 0; j < out.w(); j++) {
            firstColumn[j] = width.cell(j, width.firstTap(j));
            endColumn[j] = width.cell(j, width.endTap(j, in.w()));
        }
        Pieces.run(workers, out.planes() * out.h(), (long) out.w() * height.kernel() * width.kernel(), (begin, end) -> {
            for (int row = begin; row < end; row++) {
                Interrupts.check();
                int i = row % out.h();
                int firstRow = height.cell(i, height.firstTap(i));
                int endRow = height.cell(i, height.endTap(i, in.h()));
                int plane = row / out.h() * in.planeSize();
                for (int j = 0; j < out.w(); j++) {
                    int o = row * out.w() + j;
                    indices[o] = firstMaximum(from, plane, in.w(), firstRow, endRow, height.dilation(), firstColumn[j], endColumn[j], width.dilation());
                    to[o] = from[plane + indices[o]];
                }
            }
        });
        return Indices.of(indices);
    }

    private static int firstMaximum(float[] x, int plane, int rowSize, int firstRow, int endRow, int rowStep, int firstColumn, int endColumn, int columnStep) {
        int best = firstRow * rowSize + firstColumn;
        float max = Float.NEGATIVE_INFINITY; // the first cell counts even if it is -infinity
        for (int h = firstRow; h < endRow; h += rowStep) {
            for (int w = firstColumn; w < endColumn; w += columnStep) {
                float v = x[plane + h * rowSize + w];
                if (v > max || Float.isNaN(v)) {
                    max = v;
                    best = h * rowSize + w;
                }
            }
        }
        return best;
    }

    /// Computes {@link upsampling.backend.Backend#gather}.
    public static void gather(Workers workers, Tensor x, Indices indices, Tensor y) {
        int[] cell = indices.values();
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        int cells = y.shape().planeSize();
        int size = x.shape().planeSize();
        Pieces.run(workers, y.shape().planes(), cells, (begin, end) -> {
            for (int plane = begin; plane < end; plane++) {
                Interrupts.check();
                int base = plane * size;
                for (int o = plane * cells; o < (plane + 1) * cells; o++) to[o] = cell[o] < 0 ? 0 : from[base + cell[o]];
            }
        });
    }

    /// Computes {@link upsampling.backend.Backend#scatterAdd}. Sums run in double, as in the plain twin: many cells may go to one.
    public static void scatterAdd(Workers workers, Tensor y, Indices indices, Tensor x) {
        int[] cell = indices.values();
        float[] from = BufferPool.values(y.buffer());
        float[] to = BufferPool.values(x.buffer());
        int cells = y.shape().planeSize();
        int size = x.shape().planeSize();
        Pieces.run(workers, y.shape().planes(), (long) cells + size, (begin, end) -> {
            double[] sums = new double[size];
            for (int plane = begin; plane < end; plane++) {
                Interrupts.check();
                int base = plane * size;
                for (int i = 0; i < size; i++) sums[i] = to[base + i];
                for (int o = plane * cells; o < (plane + 1) * cells; o++) {
                    if (cell[o] >= 0) sums[cell[o]] += from[o];
                }
                for (int i = 0; i < size; i++) to[base + i] = (float) sums[i];
            }
        });
    }
}
