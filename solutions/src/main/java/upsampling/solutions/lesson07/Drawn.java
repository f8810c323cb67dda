package upsampling.solutions.lesson07;

import java.util.random.RandomGenerator;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Inputs for hidden tests, which show a cell that is read in the wrong place.
final class Drawn {
    private Drawn() { }

    /// Returns the numbers 1, 2, 3, ... in random order: each tells where it came from, and none looks like a cell that was never written.
    static Tensor tensor(RandomGenerator random, Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = i + 1;
        }
        return Tensor.of(shape, values);
    }

    /// Returns biases that grow faster and faster: every block and every row of one has another mean, which is no bias of it, not 0 and not 1.
    static double[] biases(RandomGenerator random, int count) {
        double start = random.nextInt(2, 9);
        double step = random.nextInt(1, 4);
        double[] biases = new double[count];
        for (int i = 0; i < count; i++) biases[i] = start + step * i * i;
        return biases;
    }
}
