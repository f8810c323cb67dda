package upsampling.tensor;

/// The curves behind interpolation: the weight of a cell at distance `t` from the point that is asked for.
///
/// ```
/// triangle(t) = 1 - |t|                                  |t| <= 1       linear
/// cubic(t)    = (a+2)|t|^3 - (a+3)|t|^2 + 1              |t| <= 1
///             = a|t|^3 - 5a|t|^2 + 8a|t| - 4a       1 <= |t| <= 2       0 farther away, for both
/// ```
/// Both are 1 at 0 and 0 at every other whole number, so a picture keeps its known values. The lobes of the cubic between 1 and 2 are
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
}
