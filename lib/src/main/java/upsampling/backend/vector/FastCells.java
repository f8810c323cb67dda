package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.tensor.Indices;
import upsampling.tensor.Tensor;

/// What goes back and forth by indices. Plain twins: the methods of the same names of `ScalarBackend`.
///
/// The processor cannot load or store single cells by vectors faster than one by one; so these are the plain loops, on all threads.
public final class FastCells {
    private FastCells() { }

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
