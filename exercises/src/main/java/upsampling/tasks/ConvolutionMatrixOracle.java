package upsampling.tasks;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Fold;
import upsampling.op.Unfold;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 3, answered by the library and by Hipparchus: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as a kernel that is not square or a gap whose lengths are 0, so that no counterexample lies there.
final class ConvolutionMatrixOracle implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        Checks.sameSize("dot", "length of b", a.length, b.length);
        return vector(a).dotProduct(vector(b));
    }

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        requireMatrix("forward", forward, Checks.atLeast(1, "adjointGap", "length of y", y.length), Checks.atLeast(1, "adjointGap", "length of x", x.length));
        requireMatrix("backward", backward, x.length, y.length);
        RealVector there = MatrixUtils.createRealMatrix(forward).operate(new ArrayRealVector(x));
        RealVector back = MatrixUtils.createRealMatrix(backward).operate(new ArrayRealVector(y));
        double lengths = there.getNorm() * new ArrayRealVector(y).getNorm();
        Checks.above(0, "adjointGap", "|A*x| * |y|", lengths);
        return Math.abs(there.dotProduct(new ArrayRealVector(y)) - back.dotProduct(new ArrayRealVector(x))) / lengths;
    }

    private static RealVector vector(float[] values) {
        RealVector vector = new ArrayRealVector(values.length);
        for (int i = 0; i < values.length; i++) vector.setEntry(i, values[i]);
        return vector;
    }

    @Override
    public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        return new Conv2d(new Geometry(window, window, groups)).forward(x, weight, Tensor.of(Shape.of(1, bias.length, 1, 1), bias));
    }

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        requireMatrix("kernel", kernel, window.kernel(), window.kernel());
        return new Conv2d(new Geometry(window, window, 1)).on(Shape.plane(height, width), Tensor.image(kernel)).matrix();
    }

    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        Checks.sameSize("scatterTranspose", "width of the kernel", weight.shape().h(), weight.shape().w());
        return ConvTranspose2d.of(weight.shape().h()).withStride(stride).forward(x, weight);
    }

    @Override
    public Tensor col2im(Tensor columns, int height, int width, Window window) {
        return Fold.of(Unfold.of(window), height, width).forward(columns);
    }

    private static void requireMatrix(String name, double[][] matrix, int rows, int columns) {
        Checks.sameSize("ConvolutionMatrix", "number of rows of " + name, rows, matrix.length);
        for (double[] row : matrix) Checks.sameSize("ConvolutionMatrix", "length of each row of " + name, columns, row.length);
    }
}
