package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// How similar two pictures look: the structural similarity, 1 for equal pictures.
///
/// ```
/// ssim = (2*ma*mb + c1) * (2*vab + c2) / ((ma^2 + mb^2 + c1) * (va + vb + c2)),    c1 = (.01*peak)^2, c2 = (.03*peak)^2
/// ma, mb, va, vb, vab   means, variances and covariance under a Gaussian window:  E[.] with weights g[u]*g[v],  va = E[a^2] - ma^2
/// ```
/// The result is the mean over all places where the window lies completely inside. A common window has 11 pixels and sigma 1.5. The numbers are
/// those of scikit-image with `gaussian_weights=True, sigma=1.5, use_sample_covariance=False`; without these it uses a 7 x 7 mean instead.
///
/// Source: Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural similarity", 2004, equation 13.
/// Cost: `10 * window` multiplications per pixel.
///
/// @param window size of the window in pixels, odd
/// @param sigma standard deviation of its weights in pixels, > 0
public record Ssim(int window, double sigma) {
    private static final double K1 = .01;
    private static final double K2 = .03;

    /// @throws IllegalArgumentException unless the window is odd and >= 1, and sigma is finite and > 0
    public Ssim {
        Checks.atLeast(1, "Ssim", "window", window);
        if (window % 2 == 0) throw new IllegalArgumentException("Ssim: window must be odd, but was " + window);
        Checks.above(0, "Ssim", "sigma", sigma);
    }

    /// Returns the form of the paper: 11 pixels, sigma 1.5.
    public static Ssim of() {
        return new Ssim(11, 1.5);
    }

    /// Returns the mean over all planes.
    ///
    /// @param peak difference between the largest and the smallest possible value, such as 1
    /// @throws IllegalArgumentException unless both have the same shape, at least as large as the window, and `peak` is finite and > 0
    public double mean(Tensor a, Tensor b, double peak) {
        Shape shape = a.shape();
        Checks.sameShape("Ssim", "b", shape, b.shape());
        DoubleTensor first = DoubleTensor.of(a); // one transfer from a device, not one per plane
        DoubleTensor second = DoubleTensor.of(b);
        double sum = 0;
        for (int n = 0; n < shape.n(); n++) {
            for (int c = 0; c < shape.c(); c++) {
                double[][] map = map(first.plane(n, c), second.plane(n, c), peak);
                double planeSum = 0;
                for (double[] row : map) {
                    for (double value : row) planeSum += value;
                }
                sum += planeSum / (map.length * map[0].length);
            }
        }
        return sum / shape.planes();
    }

    /// Returns the similarity at every place where the window fits, `[height - window + 1][width - window + 1]`.
    ///
    /// @throws IllegalArgumentException unless both have the same size, at least that of the window, and `peak` is finite and > 0
    public double[][] map(double[][] a, double[][] b, double peak) {
        Checks.above(0, "Ssim", "peak", peak);
        Checks.atLeast(window, "Ssim", "height for window " + window, a.length);
        Checks.atLeast(window, "Ssim", "width for window " + window, a[0].length);
        Checks.sameSize("Ssim", "height of b", a.length, b.length);
        for (int h = 0; h < a.length; h++) {
            Checks.sameSize("Ssim", "length of row " + h + " of a", a[0].length, a[h].length);
            Checks.sameSize("Ssim", "length of row " + h + " of b", a[0].length, b[h].length);
        }
        double[] weights = Kernels.gaussian(window / 2, sigma);
        double[][] ma = means(a, null, weights);
        double[][] mb = means(b, null, weights);
        double[][] aa = means(a, a, weights);
        double[][] bb = means(b, b, weights);
        double[][] ab = means(a, b, weights);
        double c1 = K1 * peak * K1 * peak;
        double c2 = K2 * peak * K2 * peak;
        double[][] map = new double[ma.length][ma[0].length];
        for (int h = 0; h < map.length; h++) {
            for (int w = 0; w < map[h].length; w++) {
                double product = ma[h][w] * mb[h][w];
                double squares = ma[h][w] * ma[h][w] + mb[h][w] * mb[h][w];
                double structure = (2 * (ab[h][w] - product) + c2) / (aa[h][w] + bb[h][w] - squares + c2);
                map[h][w] = (2 * product + c1) / (squares + c1) * structure;
            }
        }
        return map;
    }

    /// Weighted means of `x`, or of the product `x*y` if there is a `y`, under the window at every place.
    private static double[][] means(double[][] x, double[][] y, double[] weights) {
        int width = x[0].length - weights.length + 1;
        double[][] rows = new double[x.length][width];
        for (int h = 0; h < x.length; h++) {
            Interrupts.check();
            for (int w = 0; w < width; w++) {
                for (int t = 0; t < weights.length; t++) rows[h][w] += weights[t] * x[h][w + t] * (y == null ? 1 : y[h][w + t]);
            }
        }
        double[][] means = new double[x.length - weights.length + 1][width];
        for (int h = 0; h < means.length; h++) {
            for (int t = 0; t < weights.length; t++) {
                for (int w = 0; w < width; w++) means[h][w] += weights[t] * rows[h + t][w];
            }
        }
        return means;
    }
}
