package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Tensor;

/// The logistic function: any number becomes one between 0 and 1, a probability.
///
/// ```
/// y        = 1 / (1 + exp(-x))
/// backward   gradInput = y * (1 - y) * gradOutput
/// ```
/// Shapes: `y` has the shape of `x`. Far from 0 the gradient vanishes. In front of a logarithm use {@link BceWithLogitsLoss}, which needs
/// no sigmoid and does not overflow. Cost: one exponential per element. Notebook: `10-gan.ipynb`. The plain twin is {@link #reference()}.
public record Sigmoid() implements DifferentiableOperator {

    /// Returns the logistic function; it has no parameters.
    public static Sigmoid of() {
        return new Sigmoid();
    }

    @Override
    public String name() {
        return "Sigmoid";
    }

    /// Returns `1 / (1 + exp(-x))`.
    @Override
    public Tensor forward(Tensor x) {
        return Elements.map(Backend.Unary.SIGMOID, x);
    }

    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        checkGradient(gradOutput, x);
        try (Tensor y = forward(x)) {
            Tensor gradInput = Elements.zip(Backend.Binary.SUBTRACT, 1, y);
            Elements.update(gradInput, Backend.Binary.MULTIPLY, y);
            Elements.update(gradInput, Backend.Binary.MULTIPLY, gradOutput);
            return gradInput;
        }
    }

    @Override
    public Reference reference() {
        return Reference.elementwise(Sigmoid::value, x -> value(x) * (1 - value(x)));
    }

    static double value(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
