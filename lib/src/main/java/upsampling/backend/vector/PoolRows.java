package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The first half of every pool: which rows of a plane a window sees, and their combination into one padded row, from which the windows along the
/// columns are then computed.
///
/// @param windows sums or maxima
/// @param first first row that output row `i` sees
/// @param count how many rows it sees
/// @param step distance of these rows
record PoolRows(Windows windows, int[] first, int[] count, int step) {
    /// Rows that are combined in one go: of more, each vector would walk down through too many pages of memory.
    private static final int AT_ONCE = 8;

    static PoolRows of(Windows windows, Window height, int in, int out) {
        int[] first = new int[out];
        int[] count = new int[out];
        for (int i = 0; i < out; i++) {
            first[i] = height.cell(i, height.firstTap(i));
            count[i] = height.endTap(i, in) - height.firstTap(i);
        }
        return new PoolRows(windows, first, count, height.dilation());
    }

    static PoolRows of(Windows windows, Intervals rows) {
        int[] count = new int[rows.size()];
        for (int i = 0; i < count.length; i++) count[i] = rows.end()[i] - rows.begin()[i];
        return new PoolRows(windows, rows.begin(), count, 1);
    }

    /// The second half of a pool.
    interface Columns {
        /// Computes an output row.
        ///
        /// @param combined holds the combined row, padded, from `at` on
        /// @param i number of the output row in its plane
        /// @param y receives the output row from `atY` on
        void compute(float[] combined, int at, int i, float[] y, int atY);
    }

    /// Computes all output rows.
    ///
    /// @param lead cells of padding before each row
    /// @param length cells of a padded row
    /// @param cost elements that an output row costs, about
    void run(Workers workers, BufferPool pool, Tensor x, int lead, int length, long cost, Columns columns, Tensor y) {
        Shape in = x.shape();
        Shape out = y.shape();
        float[] from = BufferPool.values(x.buffer());
        float[] to = BufferPool.values(y.buffer());
        Pieces.run(workers, pool, 3 * length, out.planes() * out.h(), cost, (scratch, begin, end) -> {
            Arrays.fill(scratch, 0, 3 * length, windows.neutral());
            for (int row = begin; row < end; row++) {
                Interrupts.check();
                int i = row % out.h();
                int at = row / out.h() * in.planeSize() + first[i] * in.w();
                int combined = combine(from, at, step * in.w(), count[i], in.w(), scratch, lead, length);
                columns.compute(scratch, combined, i, to, row * out.w());
            }
        });
    }

    /// Combines rows into one of three padded rows; returns where that row begins.
    private int combine(float[] x, int at, int rowStep, int rows, int width, float[] scratch, int lead, int length) {
        windows.combine(x, at, rowStep, Math.min(rows, AT_ONCE), width, scratch, lead);
        int result = 0;
        for (int done = AT_ONCE; done < rows; done += AT_ONCE) {
            int more = length;
            int sum = 2 * length - result; // not in place: the last vector of a row overlaps the one before it
            windows.combine(x, at + done * rowStep, rowStep, Math.min(rows - done, AT_ONCE), width, scratch, lead + more);
            windows.combine(scratch, lead + result, more - result, 2, width, scratch, lead + sum);
            result = sum;
        }
        return result;
    }
}
