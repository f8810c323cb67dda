package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A linear operator without a weight: average pooling, resizing, zero insertion, blurring, padding, pixel shuffle.
///
/// It is a recipe for inputs of any shape; {@link #on} binds it to one shape and gives the map `y = A x`. The result and the gradient are
/// that map and its adjoint, so an operator says only what it is called, how large its result is, and what it does to one shape. A notebook cell may
/// implement this interface: those three methods are enough.
///
/// ```
/// forward(x)                        = on(x.shape()).apply(x)                   = A x
/// backward(gradOutput, inputShape)  = on(inputShape).adjoint(gradOutput)       = A* gradOutput
/// ```
/// An operator with a weight is a {@link WeightedOperator}.
public interface FixedOperator {
    /// Returns the name used in messages, such as `AvgPool2d`.
    String name();

    /// Returns the shape of the result.
    ///
    /// @throws IllegalArgumentException unless the operator takes inputs of this shape
    Shape outputShape(Shape in);

    /// Returns this operator for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    LinearOperator on(Shape inputShape);

    /// Returns the result, on the backend of `x`.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    default Tensor forward(Tensor x) {
        return on(x.shape()).apply(x);
    }

    /// Returns the gradient of the input, on the backend of `gradOutput`. It does not depend on the input itself, only on its shape.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape)`
    default Tensor backward(Tensor gradOutput, Shape inputShape) {
        Checks.sameShape(name() + ".backward", "gradOutput", outputShape(inputShape), gradOutput.shape());
        return on(inputShape).adjoint(gradOutput);
    }

    /// Returns the same operator in double. The operators of this library answer with plain loops written from the formula; by default (an operator of
    /// a notebook cell) it is the reference of the map, see {@link LinearOperator#reference}.
    default Reference reference() {
        return new Reference() {
            @Override
            public DoubleTensor forward(DoubleTensor x) {
                return FixedOperator.this.on(x.shape()).reference().apply(x);
            }

            @Override
            public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
                return FixedOperator.this.on(in).reference().adjoint(gradOutput);
            }
        };
    }

    /// The formulas in double, loop for loop.
    interface Reference {
        /// Returns the result.
        DoubleTensor forward(DoubleTensor x);

        /// Returns the gradient of the input.
        DoubleTensor backward(DoubleTensor gradOutput, Shape in);

        /// Returns the formulas for one input shape, as the reference of a linear map.
        default LinearOperator.Reference on(Shape in) {
            return LinearOperator.Reference.of(this::forward, gradOutput -> backward(gradOutput, in));
        }
    }
}
