package upsampling.op;

import upsampling.tensor.Checks;
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
record Separable(String who, Shape inputShape, Shape outputShape, Taps rows, Taps columns, LinearOperator.Reference reference)
        implements LinearOperator {

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape(who + ".apply", "x", inputShape, x.shape());
        Tensor y = x.backend().allocate(outputShape);
        x.backend().applyTaps(x, rows, columns, y);
        return y;
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape(who + ".adjoint", "y", outputShape, y.shape());
        Tensor x = y.backend().allocate(inputShape);
        y.backend().applyTaps(y, rows.transpose(), columns.transpose(), x);
        return x;
    }
}
