package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A linear map times a number, `y = factor * A x`; see {@link LinearOperator#scaled}.
///
/// ```
/// apply      y = factor * (A x)
/// adjoint    x = factor * (A* y)
/// ```
///
/// @param map `A`
/// @param factor the number; results in float multiply by the float nearest to it
record Scaled(LinearOperator map, double factor) implements LinearOperator {

    Scaled {
        Checks.finite("scaled", "factor", factor);
    }

    @Override
    public Shape inputShape() {
        return map.inputShape();
    }

    @Override
    public Shape outputShape() {
        return map.outputShape();
    }

    @Override
    public Tensor apply(Tensor x) {
        return times(map.apply(x), x);
    }

    @Override
    public Tensor adjoint(Tensor y) {
        return times(map.adjoint(y), y);
    }

    private Tensor times(Tensor result, Tensor argument) {
        Tensor scaled = Elements.zip(Backend.Binary.MULTIPLY, result, factor);
        Results.close(result, argument);
        return scaled;
    }

    @Override
    public Reference reference() {
        Reference exact = map.reference();
        return Reference.of(x -> times(exact.apply(x)), y -> times(exact.adjoint(y)));
    }

    private DoubleTensor times(DoubleTensor result) {
        DoubleTensor scaled = DoubleTensor.zeros(result.shape());
        for (int i = 0; i < scaled.data().length; i++) scaled.data()[i] = factor * result.data()[i];
        return scaled;
    }
}
