package upsampling.init;

import java.util.random.RandomGenerator;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Weights for layers in front of a ReLU: drawn so wide that the mean square of the activations (or of the gradients) neither grows nor falls
/// from layer to layer.
///
/// ```
/// std = gain / sqrt(fan)      gain = sqrt(2 / (1 + negativeSlope^2)): a ReLU, slope 0, takes away half of the mean square
/// normal: N(0, std^2)         uniform: between -sqrt(3)*std and sqrt(3)*std
/// ```
/// The fan is the caller's choice, {@link Fan#of}: `IN` keeps the activations, `OUT` the gradients. Both at once only if both fans are equal,
/// for a transposed convolution if `Cin = Cout*sH*sW`. PyTorch's default layers use `negativeSlope = sqrt(5)` and the uniform form, which
/// is `1/sqrt(fan)` as the bound.
///
/// Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, equations 10, 14 and 15. Notebook: `08-initialisation.ipynb`.
public final class Kaiming {
    private Kaiming() { }

    /// Returns the factor that makes up for the nonlinearity, `sqrt(2 / (1 + negativeSlope^2))`: `sqrt(2)` for ReLU, 1 for none (slope 1).
    ///
    /// @throws IllegalArgumentException unless the slope is finite
    public static double gain(double negativeSlope) {
        Checks.finite("Kaiming", "negativeSlope", negativeSlope);
        return Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
    }

    /// Returns the standard deviation of the weights, `gain / sqrt(fan)`.
    ///
    /// @throws IllegalArgumentException unless `fan > 0` and both are finite
    public static double std(double fan, double negativeSlope) {
        Checks.above(0, "Kaiming", "fan", fan);
        return gain(negativeSlope) / Math.sqrt(fan);
    }

    /// Returns normal weights.
    ///
    /// @throws IllegalArgumentException unless `fan > 0` and both numbers are finite
    public static Tensor normal(Shape weight, double fan, double negativeSlope, RandomGenerator random) {
        return Draws.normal(weight, std(fan, negativeSlope), random);
    }

    /// Returns uniform weights with the same standard deviation.
    ///
    /// @throws IllegalArgumentException unless `fan > 0` and both numbers are finite
    public static Tensor uniform(Shape weight, double fan, double negativeSlope, RandomGenerator random) {
        return Draws.uniform(weight, std(fan, negativeSlope), random);
    }
}
