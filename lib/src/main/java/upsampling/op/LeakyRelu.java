package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Tensor;

/// The leaky rectifier: negative values are made small, not 0, so that their gradient survives.
///
/// ```
/// y        = x where x > 0, else negativeSlope * x
/// backward   gradInput = gradOutput where x > 0 or x is NaN, else negativeSlope * gradOutput
/// ```
/// Shapes: `y` has the shape of `x`. At the kink `x = 0` the derivative is `negativeSlope`, which is PyTorch's rule. NaN stays NaN and passes its
/// gradient whole, as in {@link Relu}; PyTorch multiplies it by the slope. ONNX and PyTorch: `negativeSlope = 0.01` by default; TensorFlow 2's
/// layer: 0.3. GAN discriminators use 0.2.
///
/// Source: Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013. Cost: one multiplication per element.
/// Notebook: `08-initialisation.ipynb`. The plain twin is {@link #reference()}; without a slope it is {@link Relu}.
///
/// @param negativeSlope factor of negative values, any number that is finite as a `float`
public record LeakyRelu(double negativeSlope) implements DifferentiableOperator {
    private static final String NAME = "LeakyRelu";

    /// @throws IllegalArgumentException unless `negativeSlope` is finite as a `float`
    public LeakyRelu {
        if (!Float.isFinite((float) negativeSlope)) { // 0 times infinity would make positive values NaN
            throw new IllegalArgumentException(NAME + ": negativeSlope must be finite as a float, but was " + negativeSlope);
        }
    }

    /// Returns the leaky rectifier with PyTorch's default slope, 0.01.
    public static LeakyRelu of() {
        return of(0.01);
    }

    /// Returns the leaky rectifier with a slope for negative values.
    public static LeakyRelu of(double negativeSlope) {
        return new LeakyRelu(negativeSlope);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns `x` where it is positive, else `negativeSlope * x`.
    @Override
    public Tensor forward(Tensor x) {
        Tensor y = slopes(x);
        Elements.update(y, Backend.Binary.MULTIPLY, x);
        return y;
    }

    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        checkGradient(gradOutput, x);
        Tensor gradInput = slopes(x);
        Elements.update(gradInput, Backend.Binary.MULTIPLY, gradOutput);
        return gradInput;
    }

    /// `f'(x)` as `gate + negativeSlope * (1 - gate)`, where the gate is 1 or 0: no rounding.
    private Tensor slopes(Tensor x) {
        Tensor gate = Elements.zip(Backend.Binary.WHERE_POSITIVE, 1, x);
        try (Tensor closed = Elements.zip(Backend.Binary.SUBTRACT, 1, gate)) {
            Elements.update(closed, Backend.Binary.MULTIPLY, negativeSlope);
            Elements.update(gate, Backend.Binary.ADD, closed);
        }
        return gate;
    }

    @Override
    public Reference reference() {
        // "<= 0" and not "> 0", so that NaN takes the branch with slope 1.
        return Reference.elementwise(x -> x <= 0 ? negativeSlope * x : x, x -> x <= 0 ? negativeSlope : 1);
    }
}
