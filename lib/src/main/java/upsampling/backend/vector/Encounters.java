package upsampling.backend.vector;

import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// What the taps of a convolution have met, packed block by block for {@link Product}: one column for each channel and tap, one row for each window. It is
/// {@link Patches} with rows and columns exchanged.
///
/// ```
/// row (n, i, j), column (c, u, v):    x[n, first + c, i*sH - pH + u*dH, j*sW - pW + v*dW],  0 outside the picture
/// ```
/// @param x pictures in the shape `in`
/// @param first first channel
/// @param height windows along the height
/// @param width windows along the width
record Encounters(float[] x, Shape in, int first, Geometry geometry, int height, int width) implements Product.Columns {

    @Override
    public void pack(int k, int depth, int j, int count, int panelWidth, float[] panels) {
        int padded = Math.ceilDiv(count, panelWidth) * panelWidth;
        for (int column = 0; column < padded; column++) {
            int at = column / panelWidth * panelWidth * depth + column % panelWidth;
            if (column < count) packColumn(k, depth, j + column, panels, at, panelWidth);
            else for (int row = 0; row < depth; row++) panels[at + row * panelWidth] = 0;
        }
    }

    private void packColumn(int k, int depth, int column, float[] panels, int at, int step) {
        int channel = first + column / geometry.taps();
        int u = column % geometry.taps() / geometry.width().kernel();
        int v = column % geometry.width().kernel();
        int done = 0;
        while (done < depth) { // a run of windows in one row of one picture
            int window = k + done;
            int j = window % width;
            int run = Math.min(depth - done, width - j);
            int h = geometry.height().cell(window / width % height, u);
            int to = at + done * step;
            if (h < 0 || h >= in.h()) zeros(panels, to, step, 0, run);
            else copyRow(in.index(window / (width * height), channel, h, 0), geometry.width().cell(j, v), run, panels, to, step);
            done += run;
        }
    }

    /// Copies the cells `w, w + s, ...` of the row that begins at `from`.
    private void copyRow(int from, int w, int run, float[] panels, int to, int step) {
        int stride = geometry.width().stride();
        int begin = w >= 0 ? 0 : Math.min(run, Math.ceilDiv(-w, stride));
        int end = Math.clamp(Math.floorDiv(in.w() - 1 - w, stride) + 1, begin, run);
        zeros(panels, to, step, 0, begin);
        for (int i = begin; i < end; i++) panels[to + i * step] = x[from + w + i * stride];
        zeros(panels, to, step, end, run);
    }

    private static void zeros(float[] panels, int to, int step, int begin, int end) {
        for (int i = begin; i < end; i++) panels[to + i * step] = 0;
    }
}
