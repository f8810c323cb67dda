package upsampling.data;

import upsampling.backend.Interrupts;
import upsampling.tensor.Kernels;

/// The blur of a lens: a sampled Gaussian along the rows, then along the columns; a border repeats its last pixel.
///
/// The taps are those of {@link Kernels#gaussian} up to `ceil(4*sigma)`.
final class PointSpread {
    private PointSpread() { }

    static double[][] blur(double[][] picture, double sigma) {
        double[] taps = taps(sigma);
        int reach = taps.length / 2;
        int height = picture.length;
        int width = picture[0].length;
        double[][] rows = new double[height][width];
        for (int h = 0; h < height; h++) {
            Interrupts.check();
            for (int w = 0; w < width; w++) {
                for (int j = -reach; j <= reach; j++) rows[h][w] += taps[j + reach] * picture[h][Math.clamp(w + j, 0, width - 1)];
            }
        }
        double[][] both = new double[height][width];
        for (int h = 0; h < height; h++) {
            Interrupts.check();
            for (int j = -reach; j <= reach; j++) {
                double[] row = rows[Math.clamp(h + j, 0, height - 1)];
                for (int w = 0; w < width; w++) both[h][w] += taps[j + reach] * row[w];
            }
        }
        return both;
    }

    static double[] taps(double sigma) {
        return Kernels.gaussian((int) Math.ceil(4 * sigma), sigma);
    }
}
