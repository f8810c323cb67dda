package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Tensor;

/// The hyperbolic tangent: any number becomes one between -1 and 1, such as a pixel of a generator.
///
/// ```
/// y        = tanh(x) = 2 * sigmoid(2*x) - 1
/// backward   gradInput = (1 - y*y) * gradOutput
/// ```
/// Shapes: `y` has the shape of `x`. Far from 0 the gradient vanishes. Cost: one exponential per element. Notebook: `10-gan.ipynb`. The plain
/// twin is {@link #reference()}.
public record Tanh() implements DifferentiableOperator {

    /// Returns the hyperbolic tangent; it has no parameters.
    public static Tanh of() {
        return new Tanh();
    }

    @Override
    public String name() {
        return "Tanh";
    }

    /// Returns `tanh(x)`.
    @Override
    public Tensor forward(Tensor x) {
        return Elements.map(Backend.Unary.TANH, x);
    }

    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        checkGradient(gradOutput, x);
        try (Tensor y = forward(x)) {
            Elements.update(y, Backend.Binary.MULTIPLY, y);
            Tensor gradInput = Elements.zip(Backend.Binary.SUBTRACT, 1, y);
            Elements.update(gradInput, Backend.Binary.MULTIPLY, gradOutput);
            return gradInput;
        }
    }

    @Override
    public Reference reference() {
        return Reference.elementwise(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
    }
}
