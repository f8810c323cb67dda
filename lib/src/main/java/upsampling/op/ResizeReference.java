package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Grid;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;

/// The formulas of {@link Resize}, loop for loop in double.
///
/// ```
/// y[n,c,i,j]         = sum over h, w of rows[i][h] * columns[j][w] * x[n,c,h,w]
/// gradInput[n,c,h,w] = sum over i, j of rows[i][h] * columns[j][w] * gradOutput[n,c,i,j]
/// ```
/// It asks every input cell for its weight in every output; the operator lists only the cells that have one ({@link upsampling.tensor.Taps}).
/// Cost: `N*C*H*W*Ho*Wo` steps at most, so it is for small shapes.
///
/// @param resize the parameters
public record ResizeReference(Resize resize) implements FixedOperator.Reference {

    @Override
    public DoubleTensor forward(DoubleTensor x) {
        Shape in = x.shape();
        Shape out = resize.outputShape(in);
        double[][] rows = weights(resize.rowGrid(in.h()));
        double[][] columns = weights(resize.columnGrid(in.w()));
        DoubleTensor y = DoubleTensor.zeros(out);
        for (int o = 0; o < out.size(); o++) {
            Interrupts.check();
            int plane = o / out.planeSize();
            double[] row = rows[o / out.w() % out.h()];
            double[] column = columns[o % out.w()];
            for (int h = 0; h < in.h(); h++) {
                for (int w = 0; w < in.w(); w++) {
                    double weight = row[h] * column[w];
                    if (weight != 0) y.data()[o] += weight * x.data()[(plane * in.h() + h) * in.w() + w]; // 0 * NaN would be NaN
                }
            }
        }
        return y;
    }

    @Override
    public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
        Shape out = gradOutput.shape();
        double[][] rows = weights(resize.rowGrid(in.h()));
        double[][] columns = weights(resize.columnGrid(in.w()));
        DoubleTensor gradInput = DoubleTensor.zeros(in);
        for (int o = 0; o < out.size(); o++) {
            Interrupts.check();
            int plane = o / out.planeSize();
            double[] row = rows[o / out.w() % out.h()];
            double[] column = columns[o % out.w()];
            for (int h = 0; h < in.h(); h++) {
                for (int w = 0; w < in.w(); w++) {
                    double weight = row[h] * column[w];
                    if (weight != 0) gradInput.data()[(plane * in.h() + h) * in.w() + w] += weight * gradOutput.data()[o];
                }
            }
        }
        return gradInput;
    }

    /// The weight of every cell of one axis in every output, `[out][in]`.
    private double[][] weights(Grid grid) {
        double[][] weights = new double[grid.out()][grid.in()];
        for (int o = 0; o < grid.out(); o++) {
            switch (resize.interpolation()) {
                case NEAREST -> weights[o][grid.nearest(o)] = 1;
                case NEAREST_EXACT -> weights[o][grid.nearestExact(o)] = 1;
                case AREA -> area(grid, o, weights[o]);
                case BILINEAR, BICUBIC -> {
                    if (resize.antialias()) stretchedCurve(grid, o, weights[o]);
                    else curve(grid, o, weights[o]);
                }
            }
        }
        return weights;
    }

    /// `k(src - p)` for all whole numbers `p` near the source; a `p` outside is the border cell.
    private void curve(Grid grid, int o, double[] weights) {
        boolean copies = resize.interpolation() == Interpolation.BILINEAR && grid.in() == grid.out(); // whatever scale was given
        double src = copies ? o : grid.source(o);
        int nearby = (int) Math.floor(src);
        for (int p = nearby - 2; p <= nearby + 3; p++) {
            weights[Math.clamp(p, 0, grid.in() - 1)] += k(src - p);
        }
    }

    /// `k((source(o) - p) / stretch)` for all cells `p`, divided by their sum.
    private void stretchedCurve(Grid grid, int o, double[] weights) {
        double stretch = Math.max(1, grid.ratio());
        double sum = 0;
        for (int p = 0; p < grid.in(); p++) {
            weights[p] = k((grid.source(o) - p) / stretch);
            sum += weights[p];
        }
        for (int p = 0; p < grid.in(); p++) weights[p] /= sum;
    }

    private double k(double t) {
        return resize.interpolation() == Interpolation.BILINEAR ? Kernels.triangle(t) : Kernels.cubic(t, resize.cubicA());
    }

    /// The mean of the cells `[p, p+1)` that meet `[o*in/out, (o+1)*in/out)`; multiplied by `out` to stay in whole numbers.
    private static void area(Grid grid, int o, double[] weights) {
        int cells = 0;
        for (int p = 0; p < grid.in(); p++) {
            boolean meets = (long) p * grid.out() < (o + 1L) * grid.in() && (p + 1L) * grid.out() > (long) o * grid.in();
            if (meets) weights[p] = 1;
            if (meets) cells++;
        }
        for (int p = 0; p < grid.in(); p++) weights[p] /= cells;
    }
}
