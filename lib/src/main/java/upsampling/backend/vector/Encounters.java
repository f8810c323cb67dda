package upsampling.backend.vector;

import upsampling.tensor.Geometry;

/// What the taps of a convolution have met, packed block by block for {@link Product}: one row for each window, one column for each tap and channel. It is
/// {@link Patches} with rows and columns exchanged, so it reads a copy in which channels lie side by side.
///
/// ```
/// row (n, i, j), column (u, v, c):    x[n, i*sH + u*dH, j*sW + v*dW, c]
/// ```
/// @param x the picture with its padding
/// @param height windows along the height
/// @param width windows along the width
record Encounters(PixelCopy x, Geometry geometry, int height, int width) implements Product.Columns {

    @Override
    public void pack(int k, int depth, int j, int count, float[] packed, int stride) {
        Segments segments = new Segments(j, count);
        int n = k / (height * width);
        int h = k / width % height;
        int w = k % width;
        for (int row = 0; row < depth; row++) {
            segments.copy(x.index(n, h * geometry.height().stride(), w * geometry.width().stride()), packed, row * stride);
            if (++w < width) continue;
            w = 0;
            if (++h < height) continue;
            h = 0;
            n++;
        }
    }

    /// Columns that lie side by side in the copy: the channels of a tap, or of a row of taps that are neighbours.
    private final class Segments {
        private final int[] offset; // from the first cell of the window
        private final int[] length;
        private int count;

        Segments(int first, int columns) {
            int tapsAcross = geometry.width().kernel();
            int together = geometry.width().dilation() == 1 ? tapsAcross * x.channels() : x.channels();
            offset = new int[Math.ceilDiv(columns, together) + 1];
            length = new int[offset.length];
            for (int done = 0; done < columns; count++) {
                int column = first + done;
                int tap = column / x.channels();
                int u = tap / tapsAcross;
                int v = tap % tapsAcross;
                offset[count] = x.index(0, u * geometry.height().dilation(), v * geometry.width().dilation()) + column % x.channels();
                length[count] = Math.min(columns - done, together - column % together);
                done += length[count];
            }
        }

        /// Copies what one window sees; the rest of a vector is overwritten by the next piece or lies beyond the row.
        void copy(int window, float[] packed, int at) {
            int to = at;
            for (int piece = 0; piece < count; piece++) {
                PixelCopy.copy(x.values(), window + offset[piece], length[piece], packed, to);
                to += length[piece];
            }
        }
    }
}
