package upsampling.backend.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Pictures copied so that the channels of a pixel lie side by side, `[n][h][w][channels]`, with the zeros around them that windows see.
///
/// Through such a copy, what all taps in a row of a kernel meet in one window lies in one piece.
///
/// @param values the copy, from the pool
/// @param height cells that windows reach along the height
/// @param width cells that windows reach along the width
/// @param channels of a pixel
record PixelCopy(float[] values, int height, int width, int channels) {

    /// Copies some channels.
    ///
    /// @param geometry of the windows
    /// @param windowsDown windows along the height
    /// @param windowsAcross windows along the width
    static PixelCopy of(Workers workers, BufferPool pool, float[] x, Shape in, int first, int channels, Geometry geometry, int windowsDown, int windowsAcross) {
        int height = reach(geometry.height(), windowsDown);
        int width = reach(geometry.width(), windowsAcross);
        int line = width * channels;
        float[] values = pool.array(Math.addExact(Math.multiplyExact(in.n() * height, line), Lanes.COUNT)); // whoever reads whole vectors reads on at the end
        int left = Math.min(width, geometry.width().padding());
        int cells = Math.min(in.w(), width - left);
        Pieces.run(workers, in.n() * height, line, (from, to) -> {
            for (int row = from; row < to; row++) {
                int h = row % height - geometry.height().padding();
                int at = row * line;
                boolean isInside = h >= 0 && h < in.h();
                int begin = isInside ? at + left * channels : at + line;
                Arrays.fill(values, at, begin, 0);
                if (!isInside) continue;
                Interleave.zip(x, in.index(row / height, first, h, 0), in.planeSize(), channels, cells, values, begin);
                Arrays.fill(values, begin + cells * channels, at + line, 0);
            }
        });
        return new PixelCopy(values, height, width, channels);
    }

    /// Returns how many cells of an axis some windows reach, padding before the picture included.
    static int reach(Window window, int windows) {
        return window.cell(windows - 1, window.kernel() - 1) + window.padding() + 1;
    }

    /// Returns where a pixel begins.
    int index(int n, int h, int w) {
        return ((n * height + h) * width + w) * channels;
    }

    /// Copies some values, and up to a vector more.
    static void copy(float[] from, int at, int count, float[] to, int place) {
        for (int i = 0; i < count; i += Lanes.COUNT) FloatVector.fromArray(Lanes.FLOATS, from, at + i).intoArray(to, place + i);
    }
}
