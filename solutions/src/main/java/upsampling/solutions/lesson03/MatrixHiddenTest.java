package upsampling.solutions.lesson03;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Seed;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 3 that work on rows of numbers and matrices, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link ConvolutionHiddenTest} has the
/// others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: no row of a kernel is a column of it, no two of its entries
/// are equal, height and width differ.
@ExtendWith(SubjectExtension.class)
@DisplayName("Inner products and the matrix of a convolution, drawn from a seed")
public class MatrixHiddenTest {
    /// Whole numbers are exact in float32 too; the roots and quotients of task 3.2 may be rounded.
    private static final double TOLERANCE = 2e-5;
    private static final int FLOAT_IS_FULL = 1 << 24;
    private static final ConvolutionMatrix ORACLE = new Alternative();

    @Test
    @Task("3.1")
    @Part("small")
    @Part("cancels")
    @Part("products")
    @Part("large")
    @Part("firstLonger")
    @Part("secondLonger")
    @Part("empty")
    @DisplayName("takes any inner product without losing digits")
    void takesAnInnerProduct(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("small", () -> {
            RandomGenerator random = seed.random("small");
            int length = random.nextInt(3, 9);
            dot(matrix, positive(random, length), positive(random, length));
        });
        parts.check("cancels", () -> {
            float[] a = {FLOAT_IS_FULL, 1, 1, -FLOAT_IS_FULL};
            dot(matrix, a, filled(a.length, seed.random("cancels").nextInt(1, 5)));
        });
        parts.check("products", () -> {
            int odd = 2 * seed.random("products").nextInt(2048, 2500) + 1; // odd*odd does not fit 24 bits
            dot(matrix, new float[] {odd, 1 - odd}, new float[] {odd, odd + 1});
        });
        parts.check("large", () -> {
            float[] a = filled(seed.random("large").nextInt(3, 20), 1);
            a[0] = FLOAT_IS_FULL;
            dot(matrix, a, filled(a.length, 1));
        });
        parts.check("firstLonger", () -> {
            RandomGenerator random = seed.random("firstLonger");
            float[] row = positive(random, random.nextInt(2, 9));
            Expect.refused("", IllegalArgumentException.class, () -> matrix.dot(row, Arrays.copyOf(row, row.length - 1)));
        });
        parts.check("secondLonger", () -> {
            RandomGenerator random = seed.random("secondLonger");
            float[] row = positive(random, random.nextInt(2, 9));
            Expect.refused("", IllegalArgumentException.class, () -> matrix.dot(Arrays.copyOf(row, row.length - 1), row));
        });
        parts.check("empty", () -> dot(matrix, new float[0], new float[0]));
    }

    @Test
    @Task("3.2")
    @Part("tiny")
    @Part("adjoint")
    @Part("reversed")
    @Part("doubled")
    @Part("scaled")
    @Part("square")
    @DisplayName("measures how far any matrix is from being the transpose of another")
    void measuresTheGap(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("tiny", () -> {
            RandomGenerator random = seed.random("tiny");
            double[][] forward = table(random, 2, 1);
            gap(matrix, forward, times(transposed(forward), 2), row(random, 1), row(random, 2));
        });
        parts.check("adjoint", () -> {
            RandomGenerator random = seed.random("adjoint");
            double[][] forward = table(random, random.nextInt(2, 4), random.nextInt(4, 6));
            gap(matrix, forward, transposed(forward), row(random, forward[0].length), row(random, forward.length));
        });
        parts.check("reversed", () -> reversed(matrix, seed.random("reversed"), 1));
        parts.check("doubled", () -> {
            RandomGenerator random = seed.random("doubled");
            double[][] forward = table(random, random.nextInt(2, 4), random.nextInt(4, 6));
            gap(matrix, forward, times(transposed(forward), 2), row(random, forward[0].length), row(random, forward.length));
        });
        parts.check("scaled", () -> {
            RandomGenerator random = seed.random("scaled");
            reversed(matrix, random, random.nextInt(500, 2000));
        });
        parts.check("square", () -> {
            RandomGenerator random = seed.random("square");
            int size = random.nextInt(2, 5);
            double[][] forward = table(random, size, size);
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) forward[i][j] = -forward[i][j];
            }
            double[] x = growing(random, size); // with these signs and these orders no two terms of the difference cancel
            double[] y = reversed(growing(random, size));
            gap(matrix, forward, transposed(forward), x, y);
            gap(matrix, forward, forward, x, y);
        });
    }

    @Test
    @Task("3.4")
    @Part("tiny")
    @Part("plain")
    @Part("strided")
    @Part("dilated")
    @Part("product")
    @DisplayName("writes any convolution as a matrix")
    void writesTheMatrix(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("tiny", () -> {
            RandomGenerator random = seed.random("tiny");
            matrix(matrix, kernel(random, 2), 2, random.nextInt(3, 6), Window.of(2));
        });
        parts.check("plain", () -> {
            RandomGenerator random = seed.random("plain");
            matrix(matrix, kernel(random, 3), random.nextInt(4, 6), random.nextInt(4, 6), Window.of(3));
        });
        parts.check("strided", () -> {
            RandomGenerator random = seed.random("strided");
            matrix(matrix, kernel(random, 3), random.nextInt(5, 8), random.nextInt(3, 5), Window.of(3).withStride(2).withPadding(1));
            matrix(matrix, kernel(random, 2), random.nextInt(3, 5), random.nextInt(5, 8), Window.of(2).withStride(3).withPadding(1));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            matrix(matrix, kernel(random, 2), random.nextInt(4, 6), random.nextInt(6, 8), Window.of(2).withDilation(random.nextInt(2, 4)));
        });
        parts.check("product", () -> {
            RandomGenerator random = seed.random("product");
            Window window = Window.of(3).withStride(random.nextInt(1, 3)).withPadding(1);
            product(matrix, kernel(random, 3), random.nextInt(3, 5), random.nextInt(5, 8), window, random);
        });
    }

    private static void dot(ConvolutionMatrix matrix, float[] a, float[] b) {
        Expect.real("", ORACLE.dot(a, b), matrix.dot(a, b), 0); // whole numbers, and sums below 2^53: nothing is rounded
    }

    private static void gap(ConvolutionMatrix matrix, double[][] forward, double[][] backward, double[] x, double[] y) {
        Expect.real("", ORACLE.adjointGap(forward, backward, x, y), matrix.adjointGap(forward, backward, x, y), TOLERANCE);
    }

    /// `B` is the transpose of `A` with its rows in the wrong order. The rows of `A` and `x` grow, so the wrong order always makes the second product
    /// smaller. `A*x` grows as well, because each row of `A` begins above the row before, and `y` falls steeply. So they never point the same way, and
    /// `<A*x, y>` is clearly less than `|A*x| * |y|`; and `y` weighs the smallest row most, so `|B*y| / |y|` is clearly less than `|A*x| / |x|`.
    /// Whatever is drawn, a gap divided by the wrong one of these is off by more than 0.01.
    private static void reversed(ConvolutionMatrix matrix, RandomGenerator random, double factor) {
        int outputs = random.nextInt(2, 4);
        int inputs = random.nextInt(4, 6);
        double[] entries = growing(random, outputs * inputs);
        double[][] forward = new double[outputs][];
        double[][] reversedRows = new double[outputs][];
        for (int i = 0; i < outputs; i++) {
            forward[i] = Arrays.copyOfRange(entries, i * inputs, (i + 1) * inputs);
            reversedRows[i] = reversed(forward[i]);
        }
        double[] x = Arrays.stream(growing(random, inputs)).map(v -> v * factor).toArray();
        gap(matrix, forward, transposed(reversedRows), x, falling(random, outputs));
    }

    private static double[] reversed(double[] row) {
        double[] reversed = new double[row.length];
        for (int i = 0; i < row.length; i++) reversed[i] = row[row.length - 1 - i];
        return reversed;
    }

    private static void matrix(ConvolutionMatrix matrix, double[][] kernel, int height, int width, Window window) {
        Expect.matrix("", ORACLE.convMatrix(kernel, height, width, window), matrix.convMatrix(kernel, height, width, window), 0);
    }

    /// `C*x` is the convolution of `x`.
    private static void product(ConvolutionMatrix matrix, double[][] kernel, int height, int width, Window window, RandomGenerator random) {
        double[][] expected = ORACLE.convMatrix(kernel, height, width, window);
        double[][] actual = matrix.convMatrix(kernel, height, width, window);
        Expect.matrix("", new double[expected.length][height * width], actual, Double.POSITIVE_INFINITY); // the size only
        double[] x = row(random, height * width);
        Expect.reals("C·x", applied(expected, x), applied(actual, x), TOLERANCE);
    }

    private static double[] applied(double[][] matrix, double[] x) {
        double[] y = new double[matrix.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) y[i] += matrix[i][j] * x[j];
        }
        return y;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) transposed[j][i] = matrix[i][j];
        }
        return transposed;
    }

    private static double[][] times(double[][] matrix, double factor) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).map(v -> v * factor).toArray()).toArray(double[][]::new);
    }

    /// No two entries are equal.
    private static double[][] kernel(RandomGenerator random, int k) {
        double[] entries = growing(random, k * k);
        double[][] kernel = new double[k][];
        for (int kh = 0; kh < k; kh++) kernel[kh] = Arrays.copyOfRange(entries, kh * k, kh * k + k);
        return kernel;
    }

    /// Positive numbers, each larger than the one before.
    private static double[] growing(RandomGenerator random, int length) {
        double[] row = new double[length];
        double last = 0;
        for (int i = 0; i < length; i++) {
            last += random.nextInt(1, 4);
            row[i] = last;
        }
        return row;
    }

    /// Positive numbers, each more than twice the next.
    private static double[] falling(RandomGenerator random, int length) {
        double[] row = new double[length];
        double next = 0;
        for (int i = length - 1; i >= 0; i--) {
            next = 2 * next + random.nextInt(1, 4);
            row[i] = next;
        }
        return row;
    }

    private static double[][] table(RandomGenerator random, int rows, int columns) {
        double[][] table = new double[rows][];
        for (int i = 0; i < rows; i++) table[i] = row(random, columns);
        return table;
    }

    private static double[] row(RandomGenerator random, int length) {
        return random.ints(length, 1, 10).asDoubleStream().toArray();
    }

    /// Two or more positive numbers: the product of two sums is larger than the sum of the products.
    private static float[] positive(RandomGenerator random, int length) {
        float[] row = new float[length];
        for (int i = 0; i < length; i++) row[i] = random.nextInt(1, 10);
        return row;
    }

    private static float[] filled(int length, float value) {
        float[] row = new float[length];
        Arrays.fill(row, value);
        return row;
    }
}
