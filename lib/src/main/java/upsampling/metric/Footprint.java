package upsampling.metric;

import upsampling.op.LinearOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// What one cell does: the outputs that an input paints, or the inputs that an output reads, with their weights.
///
/// ```
/// painted(i)   A e_i      column i of the matrix: the answer to an impulse, the stamp of the operator
/// read(o)      A* e_o     row o of the matrix: the weights of the inputs in one output
/// ```
/// Any operator answers; nothing but its reference is asked. An upsampler with stride `s` that does not shift the picture paints input `i`
/// around the output `s*i + (s-1)/2` (half pixels); another {@link #centreW} is a shift.
///
/// Notebook: `02-interpolation.ipynb`.
///
/// @param weights of all cells of the other side, `[N, C, H, W]`
public record Footprint(DoubleTensor weights) {

    /// Returns what the input at row `h`, column `w` of the first plane paints.
    ///
    /// @throws IllegalArgumentException unless the place lies inside the input
    public static Footprint painted(LinearOperator a, int h, int w) {
        return new Footprint(a.reference().apply(impulse("Footprint.painted", a.inputShape(), h, w)));
    }

    /// Returns what the output at row `h`, column `w` of the first plane reads.
    ///
    /// @throws IllegalArgumentException unless the place lies inside the output
    public static Footprint read(LinearOperator a, int h, int w) {
        return new Footprint(a.reference().adjoint(impulse("Footprint.read", a.outputShape(), h, w)));
    }

    private static DoubleTensor impulse(String who, Shape shape, int h, int w) {
        Checks.index(who, "h", h, shape.h());
        Checks.index(who, "w", w, shape.w());
        DoubleTensor impulse = DoubleTensor.zeros(shape);
        impulse.data()[h * shape.w() + w] = 1;
        return impulse;
    }

    /// Returns the sum of all weights.
    public double sum() {
        double sum = 0;
        for (double weight : weights.data()) sum += weight;
        return sum;
    }

    /// Returns the row of the centre of mass, `sum of h*weight / sum of weight`; NaN if the weights sum to 0.
    public double centreH() {
        double moment = 0;
        for (int i = 0; i < weights.data().length; i++) moment += i / weights.shape().w() % weights.shape().h() * weights.data()[i];
        return moment / sum();
    }

    /// Returns the column of the centre of mass, `sum of w*weight / sum of weight`; NaN if the weights sum to 0.
    public double centreW() {
        double moment = 0;
        for (int i = 0; i < weights.data().length; i++) moment += i % weights.shape().w() * weights.data()[i];
        return moment / sum();
    }

    /// Returns the weights of the first plane, cut to the smallest rectangle that holds all that are not 0: the kernel of the operator.
    ///
    /// @throws IllegalArgumentException if all weights of the first plane are 0
    public double[][] kernel() {
        int top = weights.shape().h();
        int left = weights.shape().w();
        int bottom = -1;
        int right = -1;
        double[][] plane = weights.plane(0, 0);
        for (int h = 0; h < plane.length; h++) {
            for (int w = 0; w < plane[h].length; w++) {
                if (plane[h][w] == 0) continue;
                top = Math.min(top, h);
                left = Math.min(left, w);
                bottom = Math.max(bottom, h);
                right = Math.max(right, w);
            }
        }
        if (bottom < 0) throw new IllegalArgumentException("Footprint.kernel: all weights of the first plane are 0; choose a cell that is used");
        double[][] kernel = new double[bottom - top + 1][right - left + 1];
        for (int h = 0; h < kernel.length; h++) System.arraycopy(plane[top + h], left, kernel[h], 0, kernel[h].length);
        return kernel;
    }
}
