package upsampling.backend.vector;

import java.util.Arrays;
import upsampling.backend.AxisTaps;
import upsampling.tensor.Shape;

/// What the windows of a convolution see, packed block by block where {@link Product} asks for it; the whole matrix (`im2col`) is never written.
///
/// ```
/// row (c, u, v), column (n, i, j):    x[n, first + c, i*stepH + offsetH[u], j*stepW + offsetW[v]],  0 outside the picture
/// ```
/// @param x pictures in the shape `in`
/// @param first first channel
/// @param rows taps along the height
/// @param columns taps along the width
/// @param height outputs along the height
/// @param width outputs along the width
record Patches(float[] x, Shape in, int first, AxisTaps rows, AxisTaps columns, int height, int width) implements Product.Columns {

    static Patches of(float[] x, Shape in, int first, AxisTaps rows, AxisTaps columns, int height, int width) {
        boolean copiesPlanes = rows.isIdentity() && columns.isIdentity() && height == in.h() && width == in.w();
        if (!copiesPlanes) return new Patches(x, in, first, rows, columns, height, width);
        return new Patches(x, Shape.of(in.n(), in.c(), 1, in.planeSize()), first, rows, columns, 1, in.planeSize()); // longer runs
    }

    @Override
    public void pack(int k, int depth, int j, int count, float[] packed, int stride) {
        int taps = rows.count() * columns.count();
        int c = k / taps;
        int u = k % taps / columns.count();
        int v = k % columns.count();
        int n = j / (height * width);
        int i = j / width % height;
        int w = j % width;
        for (int row = 0; row < depth; row++) { // each row to its end, since each channel lies on other pages of memory
            packRow(first + c, u, v, n, i, w, count, packed, row * stride);
            if (++v < columns.count()) continue;
            v = 0;
            if (++u < rows.count()) continue;
            u = 0;
            c++;
        }
    }

    private void packRow(int channel, int u, int v, int firstPicture, int firstRow, int firstColumn, int count, float[] packed, int at) {
        int n = firstPicture;
        int i = firstRow;
        int w = firstColumn;
        for (int done = 0; done < count; ) { // a run of outputs in one row of one picture
            int run = Math.min(count - done, width - w);
            int h = i * rows.step() + rows.offset()[u];
            if (h < 0 || h >= in.h()) Arrays.fill(packed, at + done, at + done + run, 0);
            else copyRow(in.index(n, channel, h, 0), w * columns.step() + columns.offset()[v], run, packed, at + done);
            done += run;
            w = 0;
            if (++i < height) continue;
            i = 0;
            n++;
        }
    }

    /// Copies the cells `w, w + step, ...` of the row that begins at `from`.
    private void copyRow(int from, int w, int run, float[] packed, int at) {
        int step = columns.step();
        int begin = w >= 0 ? 0 : Math.min(run, Math.ceilDiv(-w, step));
        int end = Math.clamp(Math.floorDiv(in.w() - 1 - w, step) + 1, begin, run);
        for (int i = 0; i < begin; i++) packed[at + i] = 0;
        if (begin < end) Interleave.every(x, from + w + begin * step, step, end - begin, packed, at + begin);
        for (int i = end; i < run; i++) packed[at + i] = 0;
    }
}
