package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Tensor;

/// The rectifier: negative values become 0.
///
/// ```
/// y        = max(x, 0)
/// backward   gradInput = gradOutput where x > 0, else 0
/// ```
/// Shapes: `y` has the shape of `x`. NaN stays NaN and passes its gradient; at the kink `x = 0` the derivative is 0. Both are PyTorch's
/// rules. It commutes with max pooling (both are monotone), not with average pooling: for `x = (-4, 1, 1, 1)` the rectified mean is 0,
/// the mean of the rectified values 0.75.
///
/// Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010. Cost: one comparison per element.
/// Notebook: `01-pooling.ipynb`. The plain twin is {@link #reference()}; with a slope for negative values it is {@link LeakyRelu}.
public record Relu() implements DifferentiableOperator {
    private static final String NAME = "Relu";

    /// Returns the rectifier; it has no parameters.
    public static Relu of() {
        return new Relu();
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns `max(x, 0)`.
    @Override
    public Tensor forward(Tensor x) {
        return Elements.map(Backend.Unary.RELU, x);
    }

    /// Returns the gradient of the input at `x`.
    ///
    /// @throws IllegalArgumentException unless both have the same shape and backend
    @Override
    public Tensor backward(Tensor gradOutput, Tensor x) {
        checkGradient(gradOutput, x);
        return Elements.zip(Backend.Binary.WHERE_POSITIVE, gradOutput, x);
    }

    /// Returns the rectifier as a plain loop in double.
    @Override
    public Reference reference() {
        return new Reference();
    }

    /// The formulas of {@link Relu}, loop for loop.
    public record Reference() implements DifferentiableOperator.Reference {

        /// Returns `max(x, 0)`.
        @Override
        public DoubleTensor forward(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < y.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                y.data()[i] = x.data()[i] <= 0 ? 0 : x.data()[i];
            }
            return y;
        }

        /// Returns the gradient of the input at `x`.
        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x) {
            DoubleTensor gradInput = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < gradInput.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                gradInput.data()[i] = x.data()[i] <= 0 ? 0 : gradOutput.data()[i];
            }
            return gradInput;
        }
    }
}
