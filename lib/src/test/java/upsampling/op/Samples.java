package upsampling.op;

import java.util.random.RandomGenerator;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Seeded inputs for tests: both signs, no symmetry.
public final class Samples {
    private Samples() { }

    /// Normal samples, rounded to float.
    public static Tensor normal(long seed, Shape shape) {
        return Noise.normal(seed, shape);
    }

    /// Small whole numbers: many ties.
    public static Tensor tied(long seed, Shape shape) {
        RandomGenerator generator = Noise.generator(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = generator.nextInt(-3, 4);
        return Tensor.of(shape, values);
    }

    /// The numbers `-size/2 .. size/2` times 0.1 in random order: no two of them closer than 0.1, none closer to 0 than 0.05.
    public static DoubleTensor apart(long seed, Shape shape) {
        RandomGenerator generator = Noise.generator(seed);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int other = generator.nextInt(i + 1);
            values[i] = values[other];
            values[other] = (i - values.length / 2) * 0.1 + 0.05;
        }
        return DoubleTensor.of(shape, values);
    }
}
