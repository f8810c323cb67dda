package upsampling.tasks;

import org.hipparchus.analysis.interpolation.BilinearInterpolatingFunction;
import upsampling.op.Resize;
import upsampling.tensor.Alignment;
import upsampling.tensor.Checks;
import upsampling.tensor.Grid;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// The tasks of lesson 2, answered by the library and by Hipparchus: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as a point outside its box, so that no counterexample lies there.
final class ResizingOracle implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        Checks.atLeast(1, "nearestIndex", "inSize", inSize);
        Checks.atLeast(1, "nearestIndex", "outSize", outSize);
        Checks.index("nearestIndex", "out", out, outSize);
        Grid grid = Grid.ofSize(inSize, outSize);
        int rounded = exact ? grid.nearestExact(out) : grid.nearest(out);
        long halves = exact ? 2L * out + 1 : 2L * out;
        if (rounded != halves * inSize / (2L * outSize)) throw new IllegalArgumentException("nearestIndex: float32 and exact arithmetic differ here");
        return rounded;
    }

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        Checks.above(box.x1(), "bilinearPoint", "x2", box.x2());
        Checks.above(box.y1(), "bilinearPoint", "y2", box.y2());
        if (!(x >= box.x1() && x <= box.x2() && y >= box.y1() && y <= box.y2())) {
            throw new IllegalArgumentException("bilinearPoint: the point (%s, %s) is outside %s".formatted(x, y, box));
        }
        double[][] corners = {{q.q11(), q.q12()}, {q.q21(), q.q22()}};
        return new BilinearInterpolatingFunction(new double[] {box.x1(), box.x2()}, new double[] {box.y1(), box.y2()}, corners).value(x, y);
    }

    @Override
    public double[] cubicWeights(double t, double a) {
        if (!(t >= 0 && t < 1)) throw new IllegalArgumentException("cubicWeights: t must be in 0..1, below 1, but was " + t);
        Checks.finite("cubicWeights", "a", a);
        return new double[] {Kernels.cubic(1 + t, a), Kernels.cubic(t, a), Kernels.cubic(1 - t, a), Kernels.cubic(2 - t, a)};
    }

    @Override
    public double[][] linearMatrix(int inSize, int outSize, String alignment) {
        return Taps.linear(Grid.ofSize(inSize, outSize).withAlignment(alignment(alignment))).matrix();
    }

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        return Resize.bilinear().withAlignment(alignment(alignment)).toSize(height, width).forward(x);
    }

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape out = gradOutput.shape();
        return Resize.bilinear().withAlignment(alignment(alignment)).toSize(out.h(), out.w()).backward(gradOutput, out.withSize(height, width));
    }

    private static Alignment alignment(String name) {
        return switch (name) {
            case "half-pixel" -> Alignment.HALF_PIXEL;
            case "corners" -> Alignment.CORNERS;
            default -> throw new IllegalArgumentException("alignment must be \"half-pixel\" or \"corners\", but was \"" + name + "\"");
        };
    }
}
