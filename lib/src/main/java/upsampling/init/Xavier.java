package upsampling.init;

import java.util.random.RandomGenerator;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Weights for layers whose nonlinearity is nearly the identity around 0 (tanh, or none): a compromise between activations and gradients.
///
/// ```
/// std = gain * sqrt(2 / (in + out)) = gain / sqrt(fan),   fan = (in + out)/2, the mode AVERAGE of {@link Fan#of}
/// normal: N(0, std^2)         uniform: between -sqrt(3)*std and sqrt(3)*std = gain * sqrt(6 / (in + out))
/// ```
/// Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, equations 12 and 16.
/// Notebook: `08-initialisation.ipynb`.
public final class Xavier {
    private Xavier() { }

    /// Returns the standard deviation of the weights.
    ///
    /// @param gain 1 for no nonlinearity, 5/3 for tanh (PyTorch's convention), > 0
    /// @throws IllegalArgumentException unless the gain is finite and > 0
    public static double std(Fan fan, double gain) {
        Checks.above(0, "Xavier", "gain", gain);
        return gain / Math.sqrt(fan.of(FanMode.AVERAGE));
    }

    /// Returns normal weights.
    ///
    /// @throws IllegalArgumentException unless the gain is finite and > 0
    public static Tensor normal(Shape weight, Fan fan, double gain, RandomGenerator random) {
        return Draws.normal(weight, std(fan, gain), random);
    }

    /// Returns uniform weights with the same standard deviation.
    ///
    /// @throws IllegalArgumentException unless the gain is finite and > 0
    public static Tensor uniform(Shape weight, Fan fan, double gain, RandomGenerator random) {
        return Draws.uniform(weight, std(fan, gain), random);
    }
}
