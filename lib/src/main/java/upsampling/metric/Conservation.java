package upsampling.metric;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.op.LinearOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// What an operator keeps: constants, totals, or the mean of every coarse cell.
///
/// ```
/// constants   A 1 = 1           a map of ones stays a map of ones         an interpolation of a temperature
/// totals      A* 1 = gain * 1   sum(A x) = gain * sum(x) for every x      gain 1 for a mass, s^2 when an area is divided into s^2 cells
/// locally     P A = I           pooling the result gives back the input
/// ```
/// They are different: bilinear enlargement keeps constants, and except at the border totals with gain `s^2`, but not the mean of every
/// cell; nearest keeps all three. Each method returns the largest violation, 0 for an operator that keeps the quantity up to rounding.
///
/// Notebook: `14-conservation.ipynb`.
public final class Conservation {
    private Conservation() { }

    /// Returns the largest `|A 1 - 1|`.
    public static double constantError(LinearOperator a) {
        return largestDistance(a.reference().apply(ones(a.inputShape())), 1);
    }

    /// Returns the largest `|A* 1 - gain|`: how much more or less than `gain` an input cell weighs in the sum of the outputs.
    ///
    /// @throws IllegalArgumentException unless `gain` is finite
    public static double totalError(LinearOperator a, double gain) {
        Checks.finite("Conservation.totalError", "gain", gain);
        return largestDistance(totals(a), gain);
    }

    /// Returns the weight of every input cell in the sum of all outputs, `A* 1`: the column sums of the matrix.
    public static DoubleTensor totals(LinearOperator a) {
        return a.reference().adjoint(ones(a.outputShape()));
    }

    /// Returns the largest entry of `|P A - I|`.
    ///
    /// @param pool goes back to the input of `a`, such as an average pooling of its output
    /// @throws IllegalArgumentException unless `pool` takes the output of `a` and returns to the shape of its input
    public static double localError(LinearOperator a, LinearOperator pool) {
        Checks.sameShape("Conservation.localError", "the result of pool", a.inputShape(), pool.outputShape());
        double[][] matrix = a.then(pool).matrix();
        double largest = 0;
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < matrix[o].length; i++) largest = Math.max(largest, Math.abs(matrix[o][i] - (o == i ? 1 : 0)));
        }
        return largest;
    }

    /// Returns the largest difference between the mean of a block of the fine picture and its coarse cell. Errors of
    /// opposite signs cannot cancel.
    ///
    /// @param fine `[stride*rows][stride*columns]`
    /// @param coarse `[rows][columns]`
    /// @throws IllegalArgumentException unless `stride >= 1` and the sizes fit
    public static double blockMeanError(double[][] fine, double[][] coarse, int stride) {
        Checks.atLeast(1, "Conservation.blockMeanError", "stride", stride);
        Checks.sameSize("Conservation.blockMeanError", "height of fine", stride * coarse.length, fine.length);
        double largest = 0;
        for (int h = 0; h < coarse.length; h++) {
            Interrupts.check();
            double[] sums = new double[coarse[h].length];
            for (int a = 0; a < stride; a++) {
                double[] row = fine[stride * h + a];
                Checks.sameSize("Conservation.blockMeanError", "length of row " + (stride * h + a) + " of fine", stride * sums.length, row.length);
                for (int w = 0; w < row.length; w++) sums[w / stride] += row[w];
            }
            for (int w = 0; w < sums.length; w++) largest = Math.max(largest, Math.abs(sums[w] / stride / stride - coarse[h][w]));
        }
        return largest;
    }

    private static DoubleTensor ones(Shape shape) {
        DoubleTensor ones = DoubleTensor.zeros(shape);
        Arrays.fill(ones.data(), 1);
        return ones;
    }

    private static double largestDistance(DoubleTensor x, double wanted) {
        double largest = 0;
        for (double value : x.data()) largest = Math.max(largest, Math.abs(value - wanted));
        return largest;
    }
}
