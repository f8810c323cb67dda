package upsampling.solutions;

import java.util.random.RandomGenerator;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Numbers for hidden tests, drawn so that one which is read in the wrong place shows.
public final class Drawn {
    private Drawn() { }

    /// Returns the numbers 1, 2, 3, ... in random order with random signs: no two of them are equal, none is 0, and no kernel of them is symmetric.
    public static double[] row(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = random.nextBoolean() ? i + 1 : -i - 1;
        }
        return values;
    }

    /// Returns such numbers in rows.
    public static double[][] kernel(RandomGenerator random, int height, int width) {
        double[] values = row(random, height * width);
        double[][] kernel = new double[height][width];
        for (int i = 0; i < values.length; i++) kernel[i / width][i % width] = values[i];
        return kernel;
    }

    /// Returns such numbers as a tensor.
    public static Tensor tensor(RandomGenerator random, Shape shape) {
        return tensor(shape, row(random, shape.size()));
    }

    /// Returns the numbers 1, 2, 3, ... in random order: each tells where it came from, and none looks like a cell that was never written.
    public static Tensor numbered(RandomGenerator random, Shape shape) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = i + 1;
        }
        return tensor(shape, values);
    }

    private static Tensor tensor(Shape shape, double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) narrow[i] = (float) values[i];
        return Tensor.of(shape, narrow);
    }
}
