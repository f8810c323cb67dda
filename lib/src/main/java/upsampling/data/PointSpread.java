package upsampling.data;

import upsampling.backend.Interrupts;

/// The blur of a lens: a sampled Gaussian along the rows, then along the columns; a border repeats its last pixel.
///
/// ```
/// g[j] = exp(-j^2 / (2*sigma^2)) / Z,   |j| <= ceil(4*sigma),   Z so that the taps sum to 1
/// ```
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
        int reach = (int) Math.ceil(4 * sigma);
        double[] taps = new double[2 * reach + 1];
        double sum = 0;
        for (int j = -reach; j <= reach; j++) {
            taps[j + reach] = StrictMath.exp(-j * j / (2 * sigma * sigma));
            sum += taps[j + reach];
        }
        for (int i = 0; i < taps.length; i++) taps[i] /= sum;
        return taps;
    }
}
