package upsampling.tasks;

import java.util.Random;

import upsampling.init.Fan;
import upsampling.init.Kaiming;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Relu;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The tasks of lesson 8, answered by the library: what is right on inputs that no test has. An answer may not call it.
///
/// It also refuses what the tasks leave open, such as an infinite fan, so that no counterexample lies there.
final class InitialisationOracle implements Initialisation {

    /// PyTorch's rule in `long`, since a {@link Shape} holds no weight with more than 2^31 - 1 elements.
    @Override
    public long[] fans(int[] weightShape) {
        requireSizes("fans", weightShape);
        long area = Math.multiplyExact((long) weightShape[2], weightShape[3]);
        return new long[] {Math.multiplyExact(weightShape[1], area), Math.multiplyExact(weightShape[0], area)};
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
        ConvTranspose2d layer = ConvTranspose2d.of(window.kernel()).withStride(window.stride()).withPadding(window.padding())
            .withDilation(window.dilation());
        double[] trace = new double[weights.length];
        Tensor input = x;
        for (int l = 0; l < weights.length; l++) {
            Tensor y = layer.forward(input, weights[l]);
            for (float v : y.toArray()) trace[l] += (double) v * v / y.shape().size();
            input = new Relu().forward(y);
        }
        return trace;
    }

    private static void requireSizes(String who, int[] shape) {
        if (shape.length != 4) throw new IllegalArgumentException(who + ": a weight has four sizes, but there were " + shape.length);
        for (int size : shape) {
            if (size < 1) throw new IllegalArgumentException(who + ": every size must be >= 1, but one was " + size);
        }
    }
}
