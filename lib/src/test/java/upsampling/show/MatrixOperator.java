package upsampling.show;

import upsampling.op.LinearOperator;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A linear map given by its matrix.
record MatrixOperator(Shape inputShape, Shape outputShape, double[][] rows) implements LinearOperator {

    /// Returns a map of signals.
    static MatrixOperator row(double[]... rows) {
        return new MatrixOperator(Shape.plane(1, rows[0].length), Shape.plane(1, rows.length), rows);
    }

    @Override
    public Tensor apply(Tensor x) {
        return reference().apply(DoubleTensor.of(x)).toFloat();
    }

    @Override
    public Tensor adjoint(Tensor y) {
        throw new IllegalStateException("not needed here");
    }

    @Override
    public Reference reference() {
        return Reference.of(x -> {
            DoubleTensor y = DoubleTensor.zeros(outputShape);
            for (int o = 0; o < rows.length; o++) {
                for (int i = 0; i < rows[o].length; i++) y.data()[o] += rows[o][i] * x.data()[i];
            }
            return y;
        }, y -> DoubleTensor.of(adjoint(y.toFloat())));
    }
}
