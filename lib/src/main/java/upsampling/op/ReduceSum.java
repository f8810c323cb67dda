package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The sum along some axes.
///
/// ```
/// y[o]     = sum of all x[i] that fall onto o
/// backward   gradInput[i] = gradOutput[o]        every summand gets the whole gradient: repeating is the adjoint of summing
/// ```
/// Shapes: `x [N, C, H, W]` -> `y` with size 1 along the chosen axes. PyTorch's `sum(dim, keepdim=True)`, ONNX's `ReduceSum`. Cost: one addition
/// per element. The plain twin is {@link #reference()}.
///
/// @param axes along which the sum runs
public record ReduceSum(Axes axes) implements FixedOperator {

    /// Returns the sum along some axes; {@link Axes#ALL} gives one number.
    public static ReduceSum over(Axes axes) {
        return new ReduceSum(axes);
    }

    @Override
    public String name() {
        return "ReduceSum";
    }

    @Override
    public Shape outputShape(Shape in) {
        return axes.reduced(in);
    }

    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(name(), inputShape, out, x -> Elements.reduce(Backend.Reduction.SUM, x, out), y -> repeat(y, inputShape),
                reference().on(inputShape));
    }

    /// Repeats along the axes of size 1.
    private static Tensor repeat(Tensor y, Shape shape) {
        Tensor repeated = y.backend().allocate(shape);
        Elements.update(repeated, Backend.Binary.ADD, y);
        return repeated;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link ReduceSum}, loop for loop.
    ///
    /// @param sum the parameters
    public record Reference(ReduceSum sum) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(sum.outputShape(x.shape()));
            for (int i = 0; i < x.data().length; i++) {
                if (i % x.shape().w() == 0) Interrupts.check();
                y.data()[sum.axes.target(x.shape(), i)] += x.data()[i];
            }
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            for (int i = 0; i < in.size(); i++) {
                if (i % in.w() == 0) Interrupts.check();
                gradInput.data()[i] = gradOutput.data()[sum.axes.target(in, i)];
            }
            return gradInput;
        }
    }
}
