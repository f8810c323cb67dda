package upsampling.solutions.lesson08.wrong;

import java.util.Random;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Takes the standard deviation for the bound of a uniform distribution.
@KnownWrong(task = "8.5", hint = "uniformBound", part = "deviation", expected = "1", actual = "0.6")
public class UniformBetweenStd implements Initialisation {

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        if (shape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + shape.length);
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        Shape all = Shape.of(shape[0], shape[1], shape[2], shape[3]);
        float[] values = new float[all.size()];
        double std = Math.sqrt(2 / fan);
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) values[i] = (float) (std * (2 * random.nextDouble() - 1));
        return Tensor.of(all, values);
    }
}
