package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Border;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// A Gaussian blur whose width is learned, through `logSigma`, so that no step of the training can make it negative.
///
/// ```
/// g_j  = exp(-j^2 / (2 sigma^2)) / Z,   j = -radius .. radius,   Z: their sum is 1,   sigma = exp(logSigma)
/// y    = g along the rows and the columns of x, see Blur
/// g'_j = dg_j / dlogSigma = g_j * (j^2 - sum over i of g_i * i^2) / sigma^2                    their sum is 0
/// gradLogSigma = sum of gradOutput * (g' along the rows, g along the columns + g along the rows, g' along the columns) of x
/// ```
/// Shapes: `x [N, C, H, W]`, `logSigma [1, 1, 1, 1]` -> `y [N, C, H, W]`.
///
/// The radius is fixed; where it is below about `3 sigma` the curve is cut off and the blur tends to a box. Behind an upsampling it lets a network choose
/// how much of the checkerboard to remove. Cost: `2*(2*radius + 1)` multiplications per output, twice that for `gradLogSigma`.
///
/// Notebook: `06-repairs.ipynb`. The plain twin is {@link #reference()}.
///
/// @param radius taps on each side of the middle, >= 0
/// @param border what stands beyond the picture
public record GaussianBlur(int radius, Border border) {
    private static final String NAME = "GaussianBlur";

    /// @throws IllegalArgumentException unless `radius >= 0`
    public GaussianBlur {
        Checks.atLeast(0, NAME, "radius", radius);
    }

    /// Returns a blur with `2*radius + 1` taps; the border is repeated.
    public static GaussianBlur of(int radius) {
        return new GaussianBlur(radius, Border.REPLICATE);
    }

    /// Returns this blur with another border.
    public GaussianBlur withBorder(Border newBorder) {
        return new GaussianBlur(radius, newBorder);
    }

    /// Returns the weights `g`, `2*radius + 1` numbers with sum 1: {@link Kernels#gaussian}.
    ///
    /// @throws IllegalArgumentException unless `logSigma` is finite
    /// @throws ArithmeticException if their number does not fit an `int`
    public double[] weights(double logSigma) {
        Checks.finite(NAME, "logSigma", logSigma);
        return Kernels.gaussian(radius, Math.exp(logSigma));
    }

    /// Returns the derivatives of the weights by `logSigma`.
    ///
    /// @throws IllegalArgumentException unless `logSigma` is finite
    public double[] slopes(double logSigma) {
        double[] g = weights(logSigma);
        double mean = 0;
        for (int t = 0; t < g.length; t++) mean += weighted(g[t], squared(t, logSigma));
        for (int t = 0; t < g.length; t++) g[t] = weighted(g[t], squared(t, logSigma) - mean);
        return g;
    }

    /// `(j / sigma)^2`; 0 in the middle, even if sigma is so small that its square is 0.
    private double squared(int t, double logSigma) {
        double j = t - radius;
        return j == 0 ? 0 : Math.pow(j / Math.exp(logSigma), 2);
    }

    private static double weighted(double weight, double value) {
        return weight == 0 ? 0 : weight * value; // the value may be infinite
    }

    /// Returns the blur of one width, as an operator without a weight.
    ///
    /// @throws IllegalArgumentException unless `logSigma` is finite
    public Blur at(double logSigma) {
        return Blur.of(weights(logSigma)).withBorder(border);
    }

    /// Returns the blurred planes, `[N, C, H, W]`.
    ///
    /// @throws IllegalArgumentException unless `logSigma` is `[1, 1, 1, 1]`, finite and on the backend of `x`, and the axes are long enough for the
    ///     border rule
    public Tensor forward(Tensor x, Tensor logSigma) {
        return at(value(NAME, "x", x, logSigma)).forward(x);
    }

    /// Returns the gradient of the input.
    ///
    /// @throws IllegalArgumentException as {@link #forward}, and unless `gradOutput` has the shape of the input
    public Tensor gradInput(Tensor gradOutput, Tensor logSigma) {
        return at(value(NAME + ".gradInput", "gradOutput", gradOutput, logSigma)).backward(gradOutput, gradOutput.shape());
    }

    /// Returns the gradient of `logSigma`, `[1, 1, 1, 1]`.
    ///
    /// @throws IllegalArgumentException as {@link #forward}, and unless `gradOutput` has the shape of `x`
    public Tensor gradLogSigma(Tensor gradOutput, Tensor x, Tensor logSigma) {
        String who = NAME + ".gradLogSigma";
        double at = value(who, "x", x, logSigma);
        Checks.sameShape(who, "gradOutput", x.shape(), gradOutput.shape());
        Backend backend = Backend.common(who, "gradOutput", gradOutput, "x", x);
        Shape shape = at(at).outputShape(x.shape());
        double[] g = weights(at);
        double[] slopes = slopes(at);
        try (Tensor changed = backend.empty(shape); Tensor part = backend.empty(shape)) {
            backend.applyTaps(x, taps(shape.h(), slopes), taps(shape.w(), g), changed);
            backend.applyTaps(x, taps(shape.h(), g), taps(shape.w(), slopes), part);
            Elements.update(changed, Backend.Binary.ADD, part);
            Elements.update(changed, Backend.Binary.MULTIPLY, gradOutput);
            return Elements.reduce(Backend.Reduction.SUM, changed, Shape.plane(1, 1));
        }
    }

    private Taps taps(int size, double[] weights) {
        return Taps.filter(size, size, 1, radius, border, weights);
    }

    private static double value(String who, String name, Tensor x, Tensor logSigma) {
        Checks.sameShape(who, "logSigma", Shape.plane(1, 1), logSigma.shape());
        Backend.common(who, name, x, "logSigma", logSigma);
        return logSigma.get(0, 0);
    }

    /// Returns the same blur as plain loops in double.
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link GaussianBlur}, loop for loop.
    ///
    /// @param blur the parameters
    public record Reference(GaussianBlur blur) {

        /// Returns the blurred planes.
        public DoubleTensor forward(DoubleTensor x, double logSigma) {
            return blur.at(logSigma).reference().forward(x);
        }

        /// Returns the gradient of the input.
        public DoubleTensor gradInput(DoubleTensor gradOutput, double logSigma) {
            return blur.at(logSigma).reference().backward(gradOutput, gradOutput.shape());
        }

        /// Returns the gradient of `logSigma`: the product rule, tap by tap.
        public double gradLogSigma(DoubleTensor gradOutput, DoubleTensor x, double logSigma) {
            double[] g = blur.weights(logSigma);
            double[] slopes = blur.slopes(logSigma);
            double[] gradient = new double[1];
            blur.at(logSigma).reference().eachTap(x.shape(), gradOutput.shape(), (read, a, b, written) ->
                    gradient[0] += gradOutput.data()[written] * (slopes[a] * g[b] + g[a] * slopes[b]) * x.data()[read]);
            return gradient[0];
        }
    }
}
