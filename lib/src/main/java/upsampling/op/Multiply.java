package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The product of two tensors, element by element.
///
/// ```
/// y = a * b        gradFirst = gradOutput * b        gradSecond = gradOutput * a
/// ```
/// Shapes: along each axis `a` and `b` have the same size, or one of them has size 1 and is repeated, as in PyTorch, ONNX and TensorFlow; a
/// gradient is summed over what was repeated. A factor `[1, 1, 1, 1]` scales everything, `[1, C, 1, 1]` every channel. Cost: one multiplication
/// per element. The plain twin is {@link #reference()}.
public record Multiply() implements PairOperator {
    private static final PairChecks CHECKS = new PairChecks("Multiply", "a", "b");

    /// Returns the operator; it has no parameters.
    public static Multiply of() {
        return new Multiply();
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
        return Elements.zip(Backend.Binary.MULTIPLY, a, b);
    }

    @Override
    public Tensor gradFirst(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradFirst", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        return product(gradOutput, b, a.shape());
    }

    @Override
    public Tensor gradSecond(Tensor gradOutput, Tensor a, Tensor b) {
        CHECKS.gradient("gradSecond", outputShape(a.shape(), b.shape()), gradOutput, a, b);
        return product(gradOutput, a, b.shape());
    }

    private static Tensor product(Tensor gradOutput, Tensor factor, Shape to) {
        try (Tensor products = Elements.zip(Backend.Binary.MULTIPLY, gradOutput, factor)) {
            return Broadcast.sumTo(products, to);
        }
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Multiply}, loop for loop.
    ///
    /// @param operator the operator
    public record Reference(Multiply operator) implements PairOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor a, DoubleTensor b) {
            return Broadcast.combine(operator.outputShape(a.shape(), b.shape()), a, b, (va, vb) -> va * vb);
        }

        @Override
        public DoubleTensor gradFirst(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(Broadcast.combine(gradOutput.shape(), gradOutput, b, (g, vb) -> g * vb), a.shape());
        }

        @Override
        public DoubleTensor gradSecond(DoubleTensor gradOutput, DoubleTensor a, DoubleTensor b) {
            return Broadcast.sumTo(Broadcast.combine(gradOutput.shape(), gradOutput, a, (g, va) -> g * va), b.shape());
        }
    }
}
