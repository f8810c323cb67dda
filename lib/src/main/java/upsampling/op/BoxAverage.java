package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The linear map behind every average pool: each output is the mean of a box of cells.
///
/// ```
/// apply      y[n,c,i,j] = sum of x[n,c,h,w] over h in rows(i), w in columns(j) / (rows.divisor(i)*columns.divisor(j))
/// adjoint    x[n,c,h,w] += y[n,c,i,j] / (rows.divisor(i)*columns.divisor(j)) for every cell of the box
/// ```
/// {@link AvgPool2d}, {@link AdaptiveAvgPool2d} and {@link GlobalAvgPool2d} differ in the two tables only.
///
/// @param who the operator, for messages
/// @param inputShape `[N, C, H, W]`
/// @param outputShape `[N, C, Ho, Wo]`
/// @param rows which rows each output row averages, `Ho` entries
/// @param columns which columns each output column averages, `Wo` entries
/// @param reference the same map as loops in double, written from the operator's own formula
record BoxAverage(String who, Shape inputShape, Shape outputShape, Intervals rows, Intervals columns, LinearOperator.Reference reference)
        implements LinearOperator {

    BoxAverage {
        reference = reference.checked(who, inputShape, outputShape);
    }

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape(who + ".apply", "x", inputShape, x.shape());
        Tensor y = x.backend().empty(outputShape);
        x.backend().average(x, rows, columns, y);
        return y;
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape(who + ".adjoint", "y", outputShape, y.shape());
        Tensor x = y.backend().empty(inputShape);
        y.backend().applyTaps(y, rows.taps(inputShape.h()).transpose(), columns.taps(inputShape.w()).transpose(), x);
        return x;
    }
}
