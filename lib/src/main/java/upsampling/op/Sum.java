package upsampling.op;

import java.util.function.UnaryOperator;
import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The sum of two linear maps, `y = A x + B x`; see {@link LinearOperator#plus}. Parallel branches of a network and skip connections are sums.
///
/// ```
/// apply      y = A x + B x
/// adjoint    x = A* y + B* y        the gradients of the branches add up
/// ```
///
/// @param first `A`
/// @param second `B`
record Sum(LinearOperator first, LinearOperator second) implements LinearOperator {

    Sum {
        if (!first.inputShape().equals(second.inputShape()) || !first.outputShape().equals(second.outputShape())) {
            throw new IllegalArgumentException("plus: both operators must have the same shapes, but they map %s -> %s and %s -> %s".formatted(
                    first.inputShape(), first.outputShape(), second.inputShape(), second.outputShape()));
        }
    }

    @Override
    public Shape inputShape() {
        return first.inputShape();
    }

    @Override
    public Shape outputShape() {
        return first.outputShape();
    }

    @Override
    public Tensor apply(Tensor x) {
        return added(x, first::apply, second::apply);
    }

    @Override
    public Tensor adjoint(Tensor y) {
        return added(y, first::adjoint, second::adjoint);
    }

    private static Tensor added(Tensor x, UnaryOperator<Tensor> one, UnaryOperator<Tensor> two) {
        Tensor a = one.apply(x);
        Tensor b = a; // should the second map fail, there is nothing else to close
        try {
            b = two.apply(x);
            return Elements.zip(Backend.Binary.ADD, a, b);
        } finally {
            Results.close(a, x);
            Results.close(b, x, a);
        }
    }

    @Override
    public Reference reference() {
        Reference a = first.reference();
        Reference b = second.reference();
        return Reference.of(x -> added(a.apply(x), b.apply(x)), y -> added(a.adjoint(y), b.adjoint(y)));
    }

    private static DoubleTensor added(DoubleTensor a, DoubleTensor b) {
        DoubleTensor sum = DoubleTensor.zeros(a.shape());
        for (int i = 0; i < sum.data().length; i++) sum.data()[i] = a.data()[i] + b.data()[i];
        return sum;
    }
}
