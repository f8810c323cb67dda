package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The difference of two tensors, element by element.
///
/// ```
/// y = a - b        gradFirst = gradOutput        gradSecond = -gradOutput
/// ```
/// Shapes: along each axis `a` and `b` have the same size, or one of them has size 1 and is repeated, as in PyTorch, ONNX and TensorFlow; a
/// gradient is summed over what was repeated. Cost: one subtraction per element. The plain twin is {@link #reference()}.
public record Subtract() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("Subtract", "a", "b");

    /// Returns the operator; it has no parameters.
    public static Subtract of() {
        return new Subtract();
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
        return Elements.zip(Backend.Binary.SUBTRACT, a, b);
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradFirst", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        return Broadcast.sumTo(gradOutput, a.shape());
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradSecond", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        Tensor gradient = Broadcast.sumTo(gradOutput, b.shape());
        Elements.update(gradient, Backend.Binary.MULTIPLY, -1);
        return gradient;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Subtract}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(Subtract operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor a, DoubleTensor b) {
            return Broadcast.combine(operator.outputShape(a.shape(), b.shape()), a, b, (va, vb) -> va - vb);
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(gradOutput, a.shape());
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(Broadcast.combine(gradOutput.shape(), gradOutput, gradOutput, (g, _) -> -g), b.shape());
        }
    }
}
