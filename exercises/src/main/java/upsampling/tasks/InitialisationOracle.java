package upsampling.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hipparchus.linear.ArrayRealVector;
import upsampling.init.Fan;
import upsampling.init.Kaiming;
import upsampling.metric.Cost;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Relu;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 8, answered by the library and by Hipparchus: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as an infinite fan, so that no counterexample lies there.
final class InitialisationOracle implements Initialisation {

    /// As many products as a 1x1 convolution of a map of `kH x kW` cells computes, in `long`, since a {@link Shape} holds no weight with more than 2^31 - 1 elements.
    @Override
    public long[] fans(int[] weightShape) {
        requireSizes("fans", weightShape);
        return new long[] {products(weightShape[1], weightShape), products(weightShape[0], weightShape)};
    }

    private static long products(int channels, int[] weightShape) {
        return Cost.conv2d(weightShape[2], weightShape[3], channels, 1, Window.of(1)).macs();
    }

    @Override
    public double heStd(double fan, double negativeSlope) {
        return Kaiming.std(fan, negativeSlope);
    }

    /// The mean over all phases.
    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        if (inChannels < 1 || groups < 1 || inChannels % groups != 0) {
            throw new IllegalArgumentException("effectiveFanIn: %d groups must divide %d channels, and both be >= 1".formatted(groups, inChannels));
        }
        double sum = 0;
        for (double[] row : Fan.perPhase(inChannels / groups, window, window)) {
            for (double fan : row) sum += fan;
        }
        return sum / window.stride() / window.stride();
    }

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        if (!(weightVariance >= 0)) throw new IllegalArgumentException("phaseVariance: weightVariance must be >= 0, but was " + weightVariance);
        double[][] variances = Fan.perPhase(inChannels, window, window);
        for (double[] row : variances) {
            for (int q = 0; q < row.length; q++) row[q] *= weightVariance;
        }
        return variances;
    }

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        requireSizes("heNormal", shape);
        return Kaiming.normal(Shape.of(shape[0], shape[1], shape[2], shape[3]), fan, 0, new Random(seed));
    }

    @Override
    public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        var layer = new ConvTranspose2d(new Geometry(window, window, 1), 0, 0);
        List<Tensor> outputs = new ArrayList<>();
        for (Tensor weight : weights) outputs.add(layer.forward(outputs.isEmpty() ? x : Relu.of().forward(outputs.getLast()), weight));
        return outputs.stream().mapToDouble(y -> energy(y)).toArray();
    }

    private static double energy(Tensor y) {
        float[] values = y.toArray();
        var vector = new ArrayRealVector(values.length);
        for (int i = 0; i < values.length; i++) vector.setEntry(i, values[i]);
        return vector.dotProduct(vector) / values.length;
    }

    private static void requireSizes(String who, int[] shape) {
        Checks.sameSize(who, "number of sizes of a weight", 4, shape.length);
        for (int size : shape) Checks.atLeast(1, who, "size of a weight", size);
    }
}
