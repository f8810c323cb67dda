package upsampling.solutions.lesson08;

import java.util.Random;

import upsampling.op.ConvTranspose2d;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The reference solution of lesson 8: the formulas of the tasks, loop for loop.
public class Reference implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        requireSizes("fans", weightShape);
        long area = (long) weightShape[2] * weightShape[3];
        return new long[] {weightShape[1] * area, weightShape[0] * area};
    }

    @Override
    public double heStd(double fan, double negativeSlope) {
        requireFan("heStd", fan);
        double gain = Math.sqrt(2 / (1 + negativeSlope * negativeSlope));
        return gain / Math.sqrt(fan);
    }

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        requireChannels("effectiveFanIn", inChannels);
        if (groups < 1 || inChannels % groups != 0) {
            throw new IllegalArgumentException("effectiveFanIn: groups must divide inChannels = %d, but was %d".formatted(inChannels, groups));
        }
        double perAxis = (double) window.kernel() / window.stride();
        return inChannels / groups * perAxis * perAxis;
    }

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        requireChannels("phaseVariance", inChannels);
        if (!(weightVariance >= 0)) throw new IllegalArgumentException("phaseVariance: weightVariance must be >= 0, but was " + weightVariance);
        int[] taps = new int[window.stride()];
        for (int t = 0; t < window.kernel(); t++) taps[Math.floorMod(window.dilation() * t - window.padding(), window.stride())]++;
        double[][] variances = new double[taps.length][taps.length];
        for (int r = 0; r < taps.length; r++) {
            for (int q = 0; q < taps.length; q++) variances[r][q] = weightVariance * inChannels * taps[r] * taps[q];
        }
        return variances;
    }

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        requireSizes("heNormal", shape);
        requireFan("heNormal", fan);
        Shape all = Shape.of(shape[0], shape[1], shape[2], shape[3]);
        double std = Math.sqrt(2 / fan);
        Random random = new Random(seed);
        float[] values = new float[all.size()];
        for (int i = 0; i < values.length; i++) values[i] = (float) (std * random.nextGaussian());
        return Tensor.of(all, values);
    }

    @Override
    public double[] varianceTrace(Tensor x, Tensor[] weights, Window window) {
        ConvTranspose2d layer = ConvTranspose2d.of(window.kernel()).withStride(window.stride()).withPadding(window.padding())
            .withDilation(window.dilation());
        double[] trace = new double[weights.length];
        Tensor input = x;
        for (int l = 0; l < weights.length; l++) {
            Tensor y = layer.forward(input, weights[l]);
            trace[l] = energy(y);
            input = rectified(y);
        }
        return trace;
    }

    private static double energy(Tensor y) {
        float[] values = y.toArray();
        double sum = 0;
        for (float v : values) sum += (double) v * v;
        return sum / values.length;
    }

    private static Tensor rectified(Tensor y) {
        float[] values = y.toArray();
        for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
        return Tensor.of(y.shape(), values);
    }

    private static void requireSizes(String who, int[] shape) {
        if (shape.length != 4) throw new IllegalArgumentException(who + ": a weight has four sizes, but there were " + shape.length);
        for (int size : shape) {
            if (size < 1) throw new IllegalArgumentException(who + ": every size must be >= 1, but one was " + size);
        }
    }

    private static void requireFan(String who, double fan) {
        if (!(fan > 0)) throw new IllegalArgumentException(who + ": fan must be > 0, but was " + fan);
    }

    private static void requireChannels(String who, int inChannels) {
        if (inChannels < 1) throw new IllegalArgumentException(who + ": inChannels must be >= 1, but was " + inChannels);
    }
}
