package upsampling.solutions.lesson08.wrong;

import java.util.Random;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Draws again until a number lies within two standard deviations.
@KnownWrong(task = "8.5", hint = "truncated", part = "tails", expected = "4.6", actual = "3")
public class TruncatedNormal implements Initialisation {

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        if (shape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + shape.length);
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        Shape all = Shape.of(shape[0], shape[1], shape[2], shape[3]);
        float[] values = new float[all.size()];
        double std = Math.sqrt(2 / fan);
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            double normal;
            do normal = random.nextGaussian();
            while (Math.abs(normal) > 2);
            values[i] = (float) (std * normal);
        }
        return Tensor.of(all, values);
    }
}
