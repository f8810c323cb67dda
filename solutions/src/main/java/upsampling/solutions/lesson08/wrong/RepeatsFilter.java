package upsampling.solutions.lesson08.wrong;

import java.util.Random;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Draws one filter and uses it for all output channels.
@KnownWrong(task = "8.5", hint = "repeatsFilter", part = "independence", expected = "0", actual = "1")
public class RepeatsFilter implements Initialisation {

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        if (shape.length != 4) throw new IllegalArgumentException("a weight has four sizes, but there were " + shape.length);
        if (!(fan > 0)) throw new IllegalArgumentException("fan must be > 0, but was " + fan);
        Shape all = Shape.of(shape[0], shape[1], shape[2], shape[3]);
        float[] values = new float[all.size()];
        double std = Math.sqrt(2 / fan);
        Random random = new Random(seed);
        int filter = values.length / all.n();
        for (int i = 0; i < values.length; i++) values[i] = i < filter ? (float) (std * random.nextGaussian()) : values[i - filter];
        return Tensor.of(all, values);
    }
}
