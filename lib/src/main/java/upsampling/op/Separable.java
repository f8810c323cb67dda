package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// The linear map of two tables of taps: one for the rows of every plane, one for its columns.
///
/// ```
/// apply      y[n,c,i,j] = sum over h, w of rows(i,h)*columns(j,w)*x[n,c,h,w]
/// adjoint    x[n,c,h,w] = sum over i, j of rows(i,h)*columns(j,w)*y[n,c,i,j]       the transposed tables
/// ```
/// Its matrix on one plane is the Kronecker product of the two tables. Cost: one multiplication per tap, first along the columns, then
/// along the rows: 4 + 4 instead of 4*4 for a cubic.
///
/// @param who the operator, for messages
/// @param inputShape `[N, C, H, W]`
/// @param outputShape `[N, C, Ho, Wo]`
/// @param rows table from `H` to `Ho` cells
/// @param columns table from `W` to `Wo` cells
/// @param reference the same map as loops in double, written from the operator's own formula
public record Separable(String who, Shape inputShape, Shape outputShape, Taps rows, Taps columns, LinearOperator.Reference reference)
        implements LinearOperator {

    /// @throws IllegalArgumentException unless the tables fit the shapes
    public Separable {
        Checks.sameSize(who, "N of the output", inputShape.n(), outputShape.n());
        Checks.sameSize(who, "C of the output", inputShape.c(), outputShape.c());
        Checks.sameSize(who, "input of the table for rows", inputShape.h(), rows.inSize());
        Checks.sameSize(who, "input of the table for columns", inputShape.w(), columns.inSize());
        Checks.sameSize(who, "output of the table for rows", outputShape.h(), rows.outSize());
        Checks.sameSize(who, "output of the table for columns", outputShape.w(), columns.outSize());
        reference = reference.checked(who, inputShape, outputShape);
    }

    /// Returns the map of any two tables; a table made with {@link Taps#of} may be any matrix.
    ///
    /// @throws IllegalArgumentException unless the tables take `H` and `W` cells
    public static Separable of(Shape inputShape, Taps rows, Taps columns) {
        Shape out = inputShape.withSize(rows.outSize(), columns.outSize());
        return new Separable("Separable", inputShape, out, rows, columns, LinearOperator.Reference.of(
                x -> product(x, rows, columns, out), y -> product(y, rows.transpose(), columns.transpose(), inputShape)));
    }

    private static DoubleTensor product(DoubleTensor x, Taps rows, Taps columns, Shape out) {
        double[][] rowMatrix = rows.matrix();
        double[][] columnMatrix = columns.matrix();
        Shape in = x.shape();
        DoubleTensor y = DoubleTensor.zeros(out);
        for (int o = 0; o < out.size(); o++) {
            Interrupts.check();
            int plane = o / out.planeSize();
            for (int i = 0; i < in.planeSize(); i++) {
                double weight = rowMatrix[o / out.w() % out.h()][i / in.w()] * columnMatrix[o % out.w()][i % in.w()];
                if (weight != 0) y.data()[o] += weight * x.data()[plane * in.planeSize() + i]; // 0 * NaN would be NaN
            }
        }
        return y;
    }

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape(who + ".apply", "x", inputShape, x.shape());
        Tensor y = x.backend().empty(outputShape);
        x.backend().applyTaps(x, rows, columns, y);
        return y;
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape(who + ".adjoint", "y", outputShape, y.shape());
        Tensor x = y.backend().empty(inputShape);
        y.backend().applyTaps(y, rows.transpose(), columns.transpose(), x);
        return x;
    }
}
