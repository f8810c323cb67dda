package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// An operator with a weight, `y = f(x, weight) + bias`, that is linear in the picture and linear in the weight: {@link Conv2d},
/// {@link ConvTranspose2d}, {@link InsertionForm}, {@link ResizeConv2d}.
///
/// With one of the two fixed it is a {@link LinearOperator}, whose adjoint is the gradient:
///
/// ```
/// <f(x, w), g> = <x, gradInput(g, w)> = <w, gradWeight(g, x)>      for all x, w, g
/// ```
public interface WeightedOperator {
    /// Returns the name used in messages, such as `Conv2d`.
    String name();

    /// Returns the shape of the result.
    ///
    /// @throws IllegalArgumentException unless the shapes fit each other
    Shape outputShape(Shape x, Shape weight);

    /// Returns the result without a bias, `[N, Cout, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and both tensors are on one backend
    Tensor forward(Tensor x, Tensor weight);

    /// Returns the result with a bias, `[N, Cout, Ho, Wo]`; it is added to every cell.
    ///
    /// @param bias `[1, Cout, 1, 1]`
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and all tensors are on one backend
    default Tensor forward(Tensor x, Tensor weight, Tensor bias) {
        return forward(x, weight, Epilogue.bias(bias));
    }

    /// Returns the result after a bias, a rectifier or both, `[N, Cout, Ho, Wo]`: the same numbers as one after the other, in fewer passes.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and all tensors are on one backend
    default Tensor forward(Tensor x, Tensor weight, Epilogue epilogue) {
        ConvChecks.bias(this, x, weight, epilogue);
        Tensor y = forward(x, weight);
        epilogue.applyTo(y);
        return y;
    }

    /// Returns the gradient of the input.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape, weight.shape())`
    Tensor gradInput(Tensor gradOutput, Tensor weight, Shape inputShape);

    /// Returns the gradient of the weight.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(x.shape(), weightShape)`
    Tensor gradWeight(Tensor gradOutput, Tensor x, Shape weightShape);

    /// Returns the gradient of the bias, `[1, Cout, 1, 1]`: the sum of `gradOutput` over pictures and cells.
    default Tensor gradBias(Tensor gradOutput) {
        return Elements.reduce(Backend.Reduction.SUM, gradOutput, Shape.of(1, gradOutput.shape().c(), 1, 1));
    }

    /// Returns this operator with a fixed weight, without bias, as a linear map of the picture. Its adjoint is {@link #gradInput}.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}
    default LinearOperator on(Shape x, Tensor weight) {
        DoubleTensor exact = DoubleTensor.of(weight);
        return new FunctionalOperator(name(), x, outputShape(x, weight.shape()), picture -> forward(picture, weight), y -> gradInput(y, weight, x),
                LinearOperator.Reference.of(picture -> reference().forward(picture, exact), y -> reference().gradInput(y, exact, x)));
    }

    /// Returns this operator on a fixed picture, without bias, as a linear map of the *weight*. Its adjoint is {@link #gradWeight}.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}
    default LinearOperator onWeight(Tensor x, Shape weightShape) {
        DoubleTensor exact = DoubleTensor.of(x);
        return new FunctionalOperator(name(), weightShape, outputShape(x.shape(), weightShape), w -> forward(x, w), y -> gradWeight(y, x, weightShape),
                LinearOperator.Reference.of(w -> reference().forward(exact, w), y -> reference().gradWeight(y, exact, weightShape)));
    }

    /// Returns the same operator as plain loops in double.
    Reference reference();

    /// The formulas in double, loop for loop.
    interface Reference {
        /// Returns the result without a bias.
        DoubleTensor forward(DoubleTensor x, DoubleTensor weight);

        /// Returns the gradient of the input.
        DoubleTensor gradInput(DoubleTensor gradOutput, DoubleTensor weight, Shape inputShape);

        /// Returns the gradient of the weight.
        DoubleTensor gradWeight(DoubleTensor gradOutput, DoubleTensor x, Shape weightShape);
    }
}
