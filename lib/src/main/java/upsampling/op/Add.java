package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The sum of two tensors, element by element.
///
/// ```
/// y = a + b        gradFirst = gradOutput        gradSecond = gradOutput
/// ```
/// Shapes: along each axis `a` and `b` have the same size, or one of them has size 1 and is repeated, as in PyTorch, ONNX and TensorFlow; a
/// gradient is summed over what was repeated. A residual connection is an addition; so is a bias `[1, C, 1, 1]`. Cost: one addition per
/// element. The plain twin is {@link #reference()}.
public record Add() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("Add", "a", "b");

    /// Returns the operator; it has no parameters.
    public static Add of() {
        return new Add();
    }

    @Override
    public String name() {
        return CHECKS.operator();
    }

    @Override
    public Shape outputShape(Shape a, Shape b) {
        return CHECKS.broadcast(a, b);
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
        outputShape(a.shape(), b.shape());
        CHECKS.backend(a, b);
        return Elements.zip(Backend.Binary.ADD, a, b);
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradFirst", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        return Broadcast.sumTo(gradOutput, a.shape());
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradSecond", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        return Broadcast.sumTo(gradOutput, b.shape());
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Add}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(Add operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor a, DoubleTensor b) {
            return Broadcast.combine(operator.outputShape(a.shape(), b.shape()), a, b, (va, vb) -> va + vb);
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(gradOutput, a.shape());
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(gradOutput, b.shape());
        }
    }
}
