package upsampling.backend.vector;

import java.util.Arrays;
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

    @Override
    public void pack(int k, int depth, int j, int count, int panelWidth, float[] panels) {
        int last = count / panelWidth * panelWidth;
        if (last < count) Arrays.fill(panels, last * depth, (last + panelWidth) * depth, 0);
        Panels block = new Panels(panels, panelWidth, depth);
        int done = 0;
        while (done < count) { // a run of outputs in one row of one picture; whole, since each channel lies on another page of memory
            int column = j + done;
            int run = Math.min(count - done, width - column % width);
            packRun(k, depth, column, run, block, done);
            done += run;
        }
    }

    private void packRun(int k, int depth, int column, int run, Panels panels, int at) {
        int n = column / (height * width);
        int i = column / width % height;
        int w = column % width * columns.step();
        int taps = rows.count() * columns.count();
        int c = k / taps;
        int u = k % taps / columns.count();
        int v = k % columns.count();
        for (int row = 0; row < depth; row++) {
            int h = i * rows.step() + rows.offset()[u];
            if (h < 0 || h >= in.h()) panels.zeros(row, at, run);
            else copyRow(in.index(n, first + c, h, 0), w + columns.offset()[v], run, panels, row, at);
            if (++v < columns.count()) continue;
            v = 0;
            if (++u < rows.count()) continue;
            u = 0;
            c++;
        }
    }

    /// Copies the cells `w, w + step, ...` of the row that begins at `from`.
    private void copyRow(int from, int w, int run, Panels panels, int row, int at) {
        int step = columns.step();
        int begin = w >= 0 ? 0 : Math.min(run, Math.ceilDiv(-w, step));
        int end = Math.clamp(Math.floorDiv(in.w() - 1 - w, step) + 1, begin, run);
        panels.zeros(row, at, begin);
        panels.copy(x, from + w + begin * step, step, row, at + begin, end - begin);
        panels.zeros(row, at + end, run - end);
    }

    /// A block that is being packed, `[panel][depth][width]`.
    private record Panels(float[] values, int width, int depth) {

        private int place(int row, int column) {
            return (column / width * depth + row) * width + column % width;
        }

        void zeros(int row, int column, int count) {
            int end = column + count;
            for (int from = column; from < end; ) {
                int n = Math.min(end - from, width - from % width);
                int to = place(row, from);
                for (int i = 0; i < n; i++) values[to + i] = 0;
                from += n;
            }
        }

        void copy(float[] x, int source, int step, int row, int column, int count) {
            int end = column + count;
            int read = source;
            for (int from = column; from < end; ) {
                int n = Math.min(end - from, width - from % width);
                int to = place(row, from);
                if (step == 1) System.arraycopy(x, read, values, to, n);
                else for (int i = 0; i < n; i++) values[to + i] = x[read + i * step];
                from += n;
                read += n * step;
            }
        }
    }
}
