package upsampling.solutions.lesson08;

import java.util.random.RandomGenerator;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Pictures and weights for hidden tests, in which a mistake about means and signs shows.
final class Drawn {
    private Drawn() { }

    /// Returns the numbers 1, 2, 3, 5 in 2x2 cells and in random order, two of them negative. However the signs fall, their sum is not 0, so the
    /// mean square differs from the variance; and a layer always makes numbers of both signs of them.
    static Tensor four(RandomGenerator random) {
        return signed(random, Shape.plane(2, 2), new int[] {1, 2, 3, 5});
    }

    /// Returns numbers between 1 and 5, of which every second one is negative.
    static Tensor alternating(RandomGenerator random, Shape shape) {
        int[] sizes = new int[shape.size()];
        for (int i = 0; i < sizes.length; i++) sizes[i] = random.nextInt(1, 6);
        return signed(random, shape, sizes);
    }

    private static Tensor signed(RandomGenerator random, Shape shape, int[] sizes) {
        float[] values = new float[sizes.length];
        int sign = random.nextBoolean() ? 1 : -1;
        for (int i = 0; i < values.length; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = sizes[i];
        }
        for (int i = 0; i < values.length; i++) values[i] *= i % 2 == 0 ? sign : -sign;
        return Tensor.of(shape, values);
    }
}
