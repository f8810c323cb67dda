package upsampling.backend.vector;

import java.util.Arrays;
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

    /// Computes {@link upsampling.backend.Backend#scatterSum}. Sums run in double, as in the plain twin: many outputs may have come from one cell. Mostly no two
    /// have, as where the windows of a pool lie side by side; then nothing is rounded, and no sums are needed.
    public static void scatterSum(Workers workers, Tensor y, Indices indices, Tensor x) {
        int[] cell = indices.values();
        float[] from = BufferPool.values(y.buffer());
        float[] to = BufferPool.values(x.buffer());
        int cells = y.shape().planeSize();
        int size = x.shape().planeSize();
        Pieces.run(workers, y.shape().planes(), (long) cells + size, (begin, end) -> {
            double[] sums = null;
            for (int plane = begin; plane < end; plane++) {
                Interrupts.check();
                int first = plane * cells;
                if (sums == null && scatterOnce(from, cell, first, first + cells, to, plane * size, size)) continue;
                if (sums == null) sums = new double[size]; // for this plane, and most likely for the others
                scatterSum(from, cell, first, first + cells, to, plane * size, sums);
            }
        });
    }

    /// Returns whether no cell has been met twice; if one has, the sums are of no use.
    private static boolean scatterOnce(float[] y, int[] cell, int from, int end, float[] x, int base, int size) {
        Arrays.fill(x, base, base + size, 0);
        boolean areSingle = true;
        for (int o = from; o < end; o++) {
            if (cell[o] < 0) continue;
            int to = base + cell[o];
            areSingle &= x[to] == 0;
            x[to] += y[o];
        }
        return areSingle;
    }

    private static void scatterSum(float[] y, int[] cell, int from, int end, float[] x, int base, double[] sums) {
        Arrays.fill(sums, 0);
        for (int o = from; o < end; o++) {
            if (cell[o] >= 0) sums[cell[o]] += y[o];
        }
        for (int i = 0; i < sums.length; i++) x[base + i] = (float) sums[i];
    }
}
