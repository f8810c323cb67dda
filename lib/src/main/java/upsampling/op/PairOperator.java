package upsampling.op;

import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// An operator of two tensors, both of which may be learned: {@link Add}, {@link MatMul}, and every loss.
///
/// ```
/// gradFirst (g, a, b) = the adjoint of the Jacobian in a, applied to g
/// gradSecond(g, a, b) = the same in b
/// ```
/// Every result is a new tensor, also where it equals an argument, so that each can be closed on its own.
public interface PairOperator {
    /// Returns the name used in messages, such as `MatMul`.
    String name();

    /// Returns the shape of the result.
    ///
    /// @throws IllegalArgumentException unless the shapes fit each other
    Shape outputShape(Shape a, Shape b);

    /// Returns the result.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and both tensors are on one backend
    Tensor forward(Tensor a, Tensor b);

    /// Returns the gradient of the first argument, in its shape.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(a.shape(), b.shape())`, and all are on one backend
    Tensor gradFirst(Tensor gradOutput, Tensor a, Tensor b);

    /// Returns the gradient of the second argument, in its shape.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(a.shape(), b.shape())`, and all are on one backend
    Tensor gradSecond(Tensor gradOutput, Tensor a, Tensor b);

    /// Returns the same operator as plain loops in double.
    Reference reference();

    /// The formulas in double, loop for loop.
    interface Reference {
        /// Returns the result.
        DoubleTensor forward(DoubleTensor a, DoubleTensor b);

        /// Returns the gradient of the first argument.
        DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b);

        /// Returns the gradient of the second argument.
        DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b);
    }
}
