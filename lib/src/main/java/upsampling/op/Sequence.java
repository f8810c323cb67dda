package upsampling.op;

import java.util.function.UnaryOperator;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// One linear map after another, `y = B A x`; see {@link LinearOperator#then}.
///
/// ```
/// apply      y = B (A x)
/// adjoint    x = A* (B* y)        the adjoints in reverse order, as in backpropagation
/// ```
///
/// @param first `A`
/// @param second `B`
record Sequence(LinearOperator first, LinearOperator second) implements LinearOperator {

    Sequence {
        if (!first.outputShape().equals(second.inputShape())) {
            throw new IllegalArgumentException(("then: the second operator must take what the first one gives, %s, but it takes %s; "
                    + "bind it with .on(first.outputShape())").formatted(first.outputShape(), second.inputShape()));
        }
    }

    @Override
    public Shape inputShape() {
        return first.inputShape();
    }

    @Override
    public Shape outputShape() {
        return second.outputShape();
    }

    @Override
    public Tensor apply(Tensor x) {
        return through(x, first::apply, second::apply);
    }

    @Override
    public Tensor adjoint(Tensor y) {
        return through(y, second::adjoint, first::adjoint);
    }

    private static Tensor through(Tensor x, UnaryOperator<Tensor> one, UnaryOperator<Tensor> two) {
        Tensor middle = one.apply(x);
        Tensor result = null;
        try {
            result = two.apply(middle);
            return result;
        } finally {
            Results.close(middle, x, result);
        }
    }

    @Override
    public Reference reference() {
        Reference a = first.reference();
        Reference b = second.reference();
        return Reference.of(x -> b.apply(a.apply(x)), y -> a.adjoint(b.adjoint(y)));
    }
}
