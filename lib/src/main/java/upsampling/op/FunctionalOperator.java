package upsampling.op;

import java.util.function.UnaryOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A linear map given by its two directions.
///
/// @param who the operator, for messages
/// @param inputShape shape of `x`
/// @param outputShape shape of `y`
/// @param forward `x -> A x`
/// @param backward `y -> A* y`
/// @param reference the same map as loops in double, written from the operator's own formula
record FunctionalOperator(String who, Shape inputShape, Shape outputShape, UnaryOperator<Tensor> forward, UnaryOperator<Tensor> backward,
        LinearOperator.Reference reference) implements LinearOperator {

    FunctionalOperator {
        reference = reference.checked(who, inputShape, outputShape);
    }

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape(who + ".apply", "x", inputShape, x.shape());
        return forward.apply(x);
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape(who + ".adjoint", "y", outputShape, y.shape());
        return backward.apply(y);
    }
}
