package upsampling.tensor;

/// The curves behind interpolation and blur: the weight of a cell at distance `t` from the point that is asked for.
///
/// ```
/// triangle(t) = 1 - |t|                                  |t| <= 1       linear
/// cubic(t)    = (a+2)|t|^3 - (a+3)|t|^2 + 1              |t| <= 1
///             = a|t|^3 - 5a|t|^2 + 8a|t| - 4a       1 <= |t| <= 2       0 farther away, for both
/// gaussian    = exp(-t^2 / (2*sigma^2)) / Z              at t = -radius .. radius, Z so that these weights sum to 1
/// ```
/// The first two are 1 at 0 and 0 at every other whole number, so a picture keeps its known values. The lobes of the cubic between 1 and 2 are
/// negative for `a < 0`: they sharpen an edge, and they make it overshoot.
///
/// Source: Keys, "Cubic convolution interpolation for digital image processing", 1981, equation 15 (he takes `a = -1/2`). Notebook:
/// `02-interpolation.ipynb`.
public final class Kernels {
    /// The `a` of PyTorch and OpenCV. Reproduces constants only.
    public static final double PYTORCH_CUBIC = -0.75;

    /// The `a` of Keys, TensorFlow and Keras, and of PyTorch with antialiasing. Reproduces polynomials up to degree 2.
    public static final double KEYS_CUBIC = -0.5;

    private Kernels() { }

    /// Returns the weight of linear interpolation at distance `t`.
    public static double triangle(double t) {
        return Math.max(0, 1 - Math.abs(t));
    }

    /// Returns the weight of cubic interpolation at distance `t`.
    ///
    /// @param a slope of the outer lobe at `t = 1`
    public static double cubic(double t, double a) {
        double d = Math.abs(t);
        // The polynomials, factored, so that rounding leaves their zeros at 1 and 2 exactly 0.
        if (d <= 1) return (1 - d) * (1 + d - (a + 2) * d * d);
        if (d < 2) return a * (d - 1) * (d - 2) * (d - 2);
        return 0;
    }

    /// Returns the sampled Gaussian: `2*radius + 1` weights with sum 1, the middle one at index `radius`.
    ///
    /// @param radius taps on each side of the middle, >= 0; beyond `4*sigma` they are below 1/2980 of the middle one
    /// @param sigma standard deviation in cells, >= 0; of 0, or so small that every other weight is 0, only the middle is left
    /// @throws IllegalArgumentException unless `radius >= 0` and `sigma` is a number >= 0
    /// @throws ArithmeticException if the number of weights does not fit an `int`
    public static double[] gaussian(int radius, double sigma) {
        Checks.atLeast(0, "Kernels.gaussian", "radius", radius);
        if (!(sigma >= 0)) throw new IllegalArgumentException("Kernels.gaussian: sigma must be >= 0.0, but was " + sigma);
        long taps = 2L * radius + 1;
        if (taps > Integer.MAX_VALUE) throw Checks.tooLarge("Kernels.gaussian", "number of weights", taps, "2*%d + 1".formatted(radius));
        double[] weights = new double[(int) taps];
        double sum = 0;
        for (int t = 0; t < taps; t++) {
            double distance = t == radius ? 0 : (t - radius) / sigma; // 0/0 would be NaN; and sigma^2 may be 0 where sigma is not
            weights[t] = StrictMath.exp(-distance * distance / 2);
            sum += weights[t];
        }
        for (int t = 0; t < taps; t++) weights[t] /= sum;
        return weights;
    }
}
