package upsampling.op;

import java.util.function.DoubleUnaryOperator;
import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// An operator of one tensor that keeps its shape, is not linear, and has a derivative: {@link Relu}, {@link Sigmoid}, {@link Softmax}.
///
/// ```
/// forward(x + v) = forward(x) + at(x).apply(v)      nearly, for a small v: this defines the Jacobian at x
/// backward(g, x) = at(x).adjoint(g)                 the chain rule
/// ```
/// So even here a gradient is the adjoint of a {@link LinearOperator}. The Jacobian of every operator below is its own adjoint: a diagonal
/// for a function of single elements, and `diag(y) - y y^T` for softmax.
public interface DifferentiableOperator extends Derivable {
    /// Returns the name used in messages, such as `Sigmoid`.
    String name();

    /// Returns `f(x)`, in the shape of `x`.
    @Override
    Tensor forward(Tensor x);

    /// Returns the derivative at `x`, its Jacobian, as a linear map. It is its own adjoint.
    default LinearOperator at(Tensor x) {
        DoubleTensor exact = DoubleTensor.of(x);
        return new FunctionalOperator(name() + ".at", x.shape(), x.shape(), v -> backward(v, x), y -> backward(y, x),
                LinearOperator.Reference.of(v -> reference().backward(v, exact), y -> reference().backward(y, exact)));
    }

    /// Returns the same operator as plain loops in double.
    Reference reference();

    /// Returns the backend of both.
    ///
    /// @throws IllegalArgumentException unless both have the same shape and backend
    default Backend checkGradient(Tensor gradOutput, Tensor x) {
        String who = name() + ".backward";
        Checks.sameShape(who, "gradOutput", x.shape(), gradOutput.shape());
        return Backend.common(who, "gradOutput", gradOutput, "x", x);
    }

    /// The formulas in double, loop for loop.
    interface Reference {
        /// Returns `f(x)`.
        DoubleTensor forward(DoubleTensor x);

        /// Returns the gradient of the input at `x`.
        DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x);

        /// Returns the reference of a function of single elements: `y[i] = f(x[i])`, `gradInput[i] = f'(x[i]) * gradOutput[i]`.
        static Reference elementwise(DoubleUnaryOperator f, DoubleUnaryOperator derivative) {
            return new Reference() {
                @Override
                public DoubleTensor forward(DoubleTensor x) {
                    DoubleTensor y = DoubleTensor.zeros(x.shape());
                    for (int i = 0; i < y.data().length; i++) {
                        if (startsRow(x.shape(), i)) Interrupts.check();
                        y.data()[i] = f.applyAsDouble(x.data()[i]);
                    }
                    return y;
                }

                @Override
                public DoubleTensor backward(DoubleTensor gradOutput, DoubleTensor x) {
                    DoubleTensor gradInput = DoubleTensor.zeros(x.shape());
                    for (int i = 0; i < gradInput.data().length; i++) {
                        if (startsRow(x.shape(), i)) Interrupts.check();
                        gradInput.data()[i] = derivative.applyAsDouble(x.data()[i]) * gradOutput.data()[i];
                    }
                    return gradInput;
                }
            };
        }

        private static boolean startsRow(Shape shape, int i) {
            return i % shape.w() == 0;
        }
    }
}
