package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.backend.MatrixView;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The linear map of a matrix, `vec(y) = M vec(x)`, both sides in row-major order: what {@link LinearOperator#matrix} gives, used as an operator.
///
/// ```
/// apply      y = M x          adjoint    x = M^T y
/// ```
/// It computes with every entry, zeros too, so a NaN reaches all results. Cost: `rows*columns` multiplications, and the matrix on the backend while it
/// works; for small shapes.
///
/// @param inputShape shape of `x`
/// @param outputShape shape of `y`
/// @param matrix `[outputShape.size()][inputShape.size()]`; not copied
public record MatrixOperator(Shape inputShape, Shape outputShape, double[][] matrix) implements LinearOperator {
    private static final String NAME = "MatrixOperator";

    /// @throws IllegalArgumentException unless the matrix fits the shapes
    public MatrixOperator {
        Checks.sameSize(NAME, "number of rows for the output " + outputShape, outputShape.size(), matrix.length);
        for (int o = 0; o < matrix.length; o++) {
            Checks.sameSize(NAME, "length of row " + o + " for the input " + inputShape, inputShape.size(), matrix[o].length);
        }
    }

    /// Returns the map of the transposed matrix of another map: its adjoint, as a matrix.
    ///
    /// @throws IllegalArgumentException if the matrix has more than 2^24 entries
    public static MatrixOperator transposeOf(LinearOperator other) {
        double[][] matrix = other.matrix();
        double[][] transposed = new double[other.inputShape().size()][matrix.length];
        for (int o = 0; o < matrix.length; o++) {
            Interrupts.check();
            for (int i = 0; i < transposed.length; i++) transposed[i][o] = matrix[o][i];
        }
        return new MatrixOperator(other.outputShape(), other.inputShape(), transposed);
    }

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape(NAME + ".apply", "x", inputShape, x.shape());
        return product(x, outputShape, false);
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape(NAME + ".adjoint", "y", outputShape, y.shape());
        return product(y, inputShape, true);
    }

    private Tensor product(Tensor from, Shape to, boolean transposed) {
        Tensor result = from.backend().empty(to);
        try (Tensor entries = upload(from)) {
            MatrixView view = MatrixView.of(entries, 0, matrix.length, matrix[0].length);
            from.backend().gemm(transposed ? view.transposed() : view, MatrixView.of(from, 0, from.shape().size(), 1), false,
                    MatrixView.of(result, 0, to.size(), 1));
        }
        return result;
    }

    private Tensor upload(Tensor beside) {
        float[] entries = new float[Math.multiplyExact(matrix.length, matrix[0].length)];
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < matrix[o].length; i++) entries[o * matrix[o].length + i] = (float) matrix[o][i];
        }
        return beside.backend().upload(Shape.plane(matrix.length, matrix[0].length), entries);
    }

    @Override
    public Reference reference() {
        return Reference.of(x -> {
            DoubleTensor y = DoubleTensor.zeros(outputShape);
            for (int o = 0; o < matrix.length; o++) {
                Interrupts.check();
                for (int i = 0; i < matrix[o].length; i++) y.data()[o] += matrix[o][i] * x.data()[i];
            }
            return y;
        }, y -> {
            DoubleTensor x = DoubleTensor.zeros(inputShape);
            for (int o = 0; o < matrix.length; o++) {
                Interrupts.check();
                for (int i = 0; i < matrix[o].length; i++) x.data()[i] += matrix[o][i] * y.data()[o];
            }
            return x;
        }).checked(NAME, inputShape, outputShape);
    }
}
