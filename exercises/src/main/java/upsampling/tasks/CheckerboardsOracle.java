package upsampling.tasks;

import upsampling.metric.PatternPeriod;
import upsampling.metric.PhaseSums;
import upsampling.metric.Psv;
import upsampling.metric.Response;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 5, answered by the library: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as a kernel whose rows are not of one length, so that no counterexample lies there.
final class CheckerboardsOracle implements Checkerboards {

    /// Counting is painting with ones.
    @Override
    public int[] overlapCount(int size, Window window) {
        ConvTranspose2d paint = ConvTranspose2d.of(1, window.kernel()).withStride(1, window.stride()).withPadding(0, window.padding())
            .withDilation(1, window.dilation());
        return counts(paint.forward(ones(size), ones(window.kernel())));
    }

    @Override
    public int patternPeriod(String topology, int[] strides) {
        return switch (topology) {
            case "branches" -> Math.toIntExact(PatternPeriod.branches(strides));
            case "cascade" -> Math.toIntExact(PatternPeriod.cascade(strides));
            default -> throw new IllegalArgumentException("topology must be \"branches\" or \"cascade\", but was \"" + topology + "\"");
        };
    }

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        return PhaseSums.of(Response.of(kernel).kernel(), stride).sums(); // a Response has rows of one length
    }

    @Override
    public double psv(double[][] image, int stride) {
        return Psv.of(image, stride).variance();
    }

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        return Response.of(kernel).aliasMagnitudes(stride, stride);
    }

    /// The gradient of the sum of all outputs, with weights 1.
    @Override
    public int[] gradientCoverage(int size, Window window) {
        Conv2d read = Conv2d.of(1, window.kernel()).withStride(1, window.stride()).withPadding(0, window.padding()).withDilation(1, window.dilation());
        Tensor weight = ones(window.kernel());
        Shape in = Shape.plane(1, size);
        return counts(read.gradInput(ones(read.outputShape(in, weight.shape()).w()), weight, in));
    }

    private static Tensor ones(int size) {
        return Tensor.full(Shape.plane(1, size), 1);
    }

    private static int[] counts(Tensor row) {
        float[] values = row.toArray();
        int[] counts = new int[values.length];
        for (int i = 0; i < counts.length; i++) counts[i] = (int) values[i];
        return counts;
    }
}
