package upsampling.solutions.lesson04;

import java.util.random.RandomGenerator;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Tensors for hidden tests, which show a cell that is read in the wrong place.
final class Drawn {
    private Drawn() { }

    /// Returns the numbers 1, 2, 3, ... in random order with random signs: no two of them are equal, none is 0, and no kernel of them is symmetric.
    static Tensor tensor(RandomGenerator random, Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = random.nextBoolean() ? i + 1 : -i - 1;
        }
        return Tensor.of(shape, values);
    }
}
