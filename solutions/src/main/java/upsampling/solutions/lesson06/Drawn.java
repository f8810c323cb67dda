package upsampling.solutions.lesson06;

import java.util.random.RandomGenerator;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Taps and cells for hidden tests, which show a number that is read in the wrong place.
final class Drawn {
    private Drawn() { }

    /// Returns the numbers 1, 2, 3, ... in random order with random signs: no two of them are equal, none is 0, and no kernel of them is symmetric.
    static double[] row(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int place = random.nextInt(i + 1);
            values[i] = values[place];
            values[place] = random.nextBoolean() ? i + 1 : -i - 1;
        }
        return values;
    }

    /// Returns such numbers in rows.
    static double[][] kernel(RandomGenerator random, int height, int width) {
        double[] values = row(random, height * width);
        double[][] kernel = new double[height][width];
        for (int i = 0; i < values.length; i++) kernel[i / width][i % width] = values[i];
        return kernel;
    }

    /// Returns such numbers as a tensor.
    static Tensor tensor(RandomGenerator random, Shape shape) {
        double[] row = row(random, shape.size());
        float[] values = new float[row.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) row[i];
        return Tensor.of(shape, values);
    }

    /// Returns the kernel with rows and columns exchanged.
    static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) turned[j][i] = rows[i][j];
        }
        return turned;
    }
}
