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
        for (int panel = 0; panel < count; panel += panelWidth) {
            int filled = Math.min(panelWidth, count - panel);
            if (filled < panelWidth) Arrays.fill(panels, panel * depth, (panel + panelWidth) * depth, 0);
            int done = 0;
            while (done < filled) { // a run of outputs in one row of one picture
                int column = j + panel + done;
                int run = Math.min(filled - done, width - column % width);
                packRun(k, depth, column, run, panels, panel * depth + done, panelWidth);
                done += run;
            }
        }
    }

    private void packRun(int k, int depth, int column, int run, float[] panels, int at, int panelWidth) {
        int n = column / (height * width);
        int i = column / width % height;
        int j = column % width;
        int taps = rows.count() * columns.count();
        int c = k / taps;
        int u = k % taps / columns.count();
        int v = k % columns.count();
        for (int row = 0; row < depth; row++) {
            int h = i * rows.step() + rows.offset()[u];
            int to = at + row * panelWidth;
            if (h < 0 || h >= in.h()) Arrays.fill(panels, to, to + run, 0);
            else copyRow(in.index(n, first + c, h, 0), j * columns.step() + columns.offset()[v], run, panels, to);
            if (++v < columns.count()) continue;
            v = 0;
            if (++u < rows.count()) continue;
            u = 0;
            c++;
        }
    }

    /// Copies the cells `w, w + step, ...` of the row that begins at `from`.
    private void copyRow(int from, int w, int run, float[] panels, int to) {
        int step = columns.step();
        int begin = w >= 0 ? 0 : Math.min(run, Math.ceilDiv(-w, step));
        int end = Math.clamp(Math.floorDiv(in.w() - 1 - w, step) + 1, begin, run);
        for (int r = 0; r < begin; r++) panels[to + r] = 0;
        if (step > 1) for (int r = begin; r < end; r++) panels[to + r] = x[from + w + r * step];
        else if (begin < end) System.arraycopy(x, from + w + begin, panels, to + begin, end - begin);
        for (int r = end; r < run; r++) panels[to + r] = 0;
    }
}
