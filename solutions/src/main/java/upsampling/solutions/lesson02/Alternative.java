package upsampling.solutions.lesson02;

import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A second correct solution of lesson 2 that uses another algorithm for each task; a grader that fails it tests the way and not the result.
public class Alternative implements Resizing {

    /// Walks along the input until the next cell begins behind the place that is looked for; places are compared as fractions.
    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        long place = (exact ? 2L * out + 1 : 2L * out) * inSize;
        int cell = 0;
        while ((cell + 1L) * 2 * outSize <= place) cell++;
        return cell;
    }

    /// Weighs each corner by the area of the rectangle opposite to it.
    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double left = x - box.x1();
        double right = box.x2() - x;
        double below = y - box.y1();
        double above = box.y2() - y;
        double weighted = q.q11() * right * above + q.q21() * left * above + q.q12() * right * below + q.q22() * left * below;
        return weighted / ((left + right) * (below + above));
    }

    /// Reads the curve as a cubic Hermite spline whose slope at a cell is `-a` times the difference of its two neighbours.
    @Override
    public double[] cubicWeights(double t, double a) {
        double slopeStart = t * (1 - t) * (1 - t);
        double slopeEnd = t * t * (t - 1);
        double end = t * t * (3 - 2 * t);
        return new double[] {a * slopeStart, 1 - end + a * slopeEnd, end - a * slopeStart, -a * slopeEnd};
    }

    /// Asks every entry for its weight: a triangle around the source, which is kept between the first and the last cell.
    @Override
    public double[][] linearMatrix(int inSize, int outSize, String alignment) {
        boolean isCorners = alignment.equals("corners");
        if (!isCorners && !alignment.equals("half-pixel")) throw new IllegalArgumentException("linearMatrix: unknown alignment " + alignment);
        if (Math.min(inSize, outSize) < 1) throw new IllegalArgumentException("linearMatrix: a size below 1: " + inSize + ", " + outSize);
        double step = !isCorners ? (double) inSize / outSize : outSize > 1 ? (inSize - 1.0) / (outSize - 1) : 0;
        double first = isCorners ? 0 : (step - 1) / 2;
        double[][] matrix = new double[outSize][inSize];
        for (int o = 0; o < outSize; o++) {
            double src = Math.clamp(first + o * step, 0, inSize - 1);
            for (int i = 0; i < inSize; i++) matrix[o][i] = Math.max(0, 1 - Math.abs(src - i));
        }
        return matrix;
    }

    /// Two matrix products for each plane: `rows * x * columns^T`.
    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        double[][] rows = linearMatrix(x.shape().h(), height, alignment);
        double[][] columns = linearMatrix(x.shape().w(), width, alignment);
        return sandwich(rows, x, transposed(columns));
    }

    /// Two matrix products again, with both matrices transposed: `rows^T * g * columns`.
    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        double[][] rows = linearMatrix(height, gradOutput.shape().h(), alignment);
        double[][] columns = linearMatrix(width, gradOutput.shape().w(), alignment);
        return sandwich(transposed(rows), gradOutput, columns);
    }

    private static Tensor sandwich(double[][] before, Tensor x, double[][] after) {
        Shape in = x.shape();
        Shape out = in.withSize(before.length, after[0].length);
        float[] values = new float[out.size()];
        for (int plane = 0; plane < in.planes(); plane++) {
            double[][] product = product(product(before, x.plane(plane / in.c(), plane % in.c())), after);
            for (int i = 0; i < out.h() * out.w(); i++) values[plane * out.h() * out.w() + i] = (float) product[i / out.w()][i % out.w()];
        }
        return Tensor.of(out, values);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) c[i][j] += a[i][k] * b[k][j];
            }
        }
        return c;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) transposed[j][i] = matrix[i][j];
        }
        return transposed;
    }
}
