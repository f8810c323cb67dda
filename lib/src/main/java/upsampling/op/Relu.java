package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
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
/// Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010. Notebook: `01-pooling.ipynb`.
public record Relu() {

    /// Returns the rectifier; it has no parameters.
    public static Relu of() {
        return new Relu();
    }

    /// Returns `max(x, 0)`.
    public Tensor forward(Tensor x) {
        Tensor y = x.backend().allocate(x.shape());
        x.backend().map(Backend.Unary.RELU, x, y);
        return y;
    }

    /// Returns the gradient of the input at `x`.
    ///
    /// @throws IllegalArgumentException unless both have the same shape and backend
    public Tensor backward(Tensor gradOutput, Tensor x) {
        Checks.sameShape("Relu.backward", "gradOutput", x.shape(), gradOutput.shape());
        Backend backend = Backend.common("Relu.backward", "gradOutput", gradOutput, "x", x);
        Tensor gradInput = backend.allocate(x.shape());
        backend.zip(Backend.Binary.WHERE_POSITIVE, gradOutput, x, gradInput);
        return gradInput;
    }

    /// Returns the derivative at `x`, its Jacobian: a diagonal of ones and zeros, so it is its own adjoint.
    public LinearOperator at(Tensor x) {
        return new Jacobian(x);
    }

    /// Returns the rectifier as a plain loop in double.
    public Reference reference() {
        return new Reference();
    }

    /// The formulas of {@link Relu}, loop for loop.
    public record Reference() {

        /// Returns `max(x, 0)`.
        public DoubleTensor forward(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < y.data().length; i++) {
                y.data()[i] = x.data()[i] <= 0 ? 0 : x.data()[i];
            }
            return y;
        }

        /// Returns the gradient of the input at `x`.
        public DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x) {
            DoubleTensor gradInput = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < gradInput.data().length; i++) {
                gradInput.data()[i] = x.data()[i] <= 0 ? 0 : gradOutput.data()[i];
            }
            return gradInput;
        }
    }

    private record Jacobian(Tensor x) implements LinearOperator {
        @Override
        public Shape inputShape() {
            return x.shape();
        }

        @Override
        public Shape outputShape() {
            return x.shape();
        }

        @Override
        public Tensor apply(Tensor v) {
            return Relu.of().backward(v, x);
        }

        @Override
        public Tensor adjoint(Tensor y) {
            return Relu.of().backward(y, x);
        }

        @Override
        public LinearOperator.Reference reference() {
            DoubleTensor point = DoubleTensor.of(x);
            return LinearOperator.Reference.of(v -> Relu.of().reference().backward(v, point), y -> Relu.of().reference().backward(y, point));
        }
    }
}
