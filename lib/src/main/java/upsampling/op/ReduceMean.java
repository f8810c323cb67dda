package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The mean along some axes.
///
/// ```
/// y[o]     = sum of all x[i] that fall onto o / count
/// backward   gradInput[i] = gradOutput[o] / count        every summand gets the same share
/// ```
/// Shapes: `x [N, C, H, W]` -> `y` with size 1 along the chosen axes. PyTorch's `mean(dim, keepdim=True)`, ONNX's `ReduceMean`; over
/// {@link Axes#PLANE} it is {@link GlobalAvgPool2d}, up to rounding: here the sum becomes a float before it is divided, so it may overflow.
/// Cost: one addition per element. The plain twin is {@link #reference()}.
///
/// @param axes along which the mean runs
public record ReduceMean(Axes axes) implements FixedOperator {

    /// Returns the mean along some axes; {@link Axes#ALL} gives one number.
    public static ReduceMean over(Axes axes) {
        return new ReduceMean(axes);
    }

    @Override
    public String name() {
        return "ReduceMean";
    }

    @Override
    public Shape outputShape(Shape in) {
        return axes.reduced(in);
    }

    @Override
    public LinearOperator on(Shape inputShape) {
        LinearOperator sum = ReduceSum.over(axes).on(inputShape);
        return new FunctionalOperator(name(), inputShape, outputShape(inputShape), x -> divided(sum.apply(x), inputShape),
                y -> divided(sum.adjoint(y), inputShape), reference().on(inputShape));
    }

    private Tensor divided(Tensor sum, Shape in) {
        Elements.update(sum, Backend.Binary.DIVIDE, axes.count(in));
        return sum;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link ReduceMean}, loop for loop.
    ///
    /// @param mean the parameters
    public record Reference(ReduceMean mean) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            return divided(ReduceSum.over(mean.axes).reference().forward(x), x.shape());
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            return divided(ReduceSum.over(mean.axes).reference().backward(gradOutput, in), in);
        }

        private DoubleTensor divided(DoubleTensor sum, Shape in) {
            for (int o = 0; o < sum.data().length; o++) sum.data()[o] /= mean.axes.count(in);
            return sum;
        }
    }
}
