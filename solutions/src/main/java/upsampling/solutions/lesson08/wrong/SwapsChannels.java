package upsampling.solutions.lesson08.wrong;

import java.util.Random;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Puts the second size first.
@KnownWrong(task = "8.5", hint = "swapsChannels", part = "shape", expected = "shape [2, 3, 4, 5]", actual = "shape [3, 2, 4, 5]")
public class SwapsChannels implements Initialisation {

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        if (shape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + shape.length);
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        Shape all = Shape.of(shape[1], shape[0], shape[2], shape[3]);
        float[] values = new float[all.size()];
        double std = Math.sqrt(2 / fan);
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) values[i] = (float) (std * random.nextGaussian());
        return Tensor.of(all, values);
    }
}
