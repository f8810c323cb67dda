package upsampling.solutions.lesson05;

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
import upsampling.solutions.Grids;
import upsampling.tasks.Checkerboards;

/// The hidden tests of the tasks of lesson 5 that weigh kernels and pictures, part by part beside the public ones: inputs come from the seed, expected
/// values from the alternative solution (a mutant of the reference must not be compared with itself). {@link CountsHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: kernels that are no product of a column and a row,
/// pictures whose last row and column would change the variance.
@ExtendWith(SubjectExtension.class)
@DisplayName("Phase sums, sub-grids and alias frequencies, drawn from a seed")
public class CheckerboardsHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final Checkerboards ORACLE = new Alternative();

    @Test
    @Task("5.3")
    @Part("ones")
    @Part("counting")
    @Part("four")
    @Part("gaps")
    @Part("rectangle")
    @Part("strideOne")
    @Part("refusal")
    @DisplayName("adds up the taps of each phase of any kernel")
    void addsUpPhases(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("ones", () -> sums(checkerboards, Grids.constant(2 * seed.random("ones").nextInt(1, 4) + 1, 1), 2));
        parts.check("counting", () -> {
            RandomGenerator random = seed.random("counting");
            sums(checkerboards, Grids.counting(2 * random.nextInt(1, 4) + 1, random.nextInt(1, 10)), 2);
        });
        parts.check("four", () -> {
            RandomGenerator random = seed.random("four");
            sums(checkerboards, Grids.counting(2 * random.nextInt(2, 4), random.nextInt(-9, 10)), 2);
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int size = random.nextInt(1, 4);
            sums(checkerboards, Grids.constant(size, random.nextInt(1, 10)), size + random.nextInt(1, 3));
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            double[][] wide = wide(random);
            sums(checkerboards, wide, 2);
            sums(checkerboards, wide, 3);
            sums(checkerboards, Grids.turned(wide), random.nextInt(2, 4));
        });
        parts.check("strideOne", () -> sums(checkerboards, wide(seed.random("strideOne")), 1));
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[][] kernel = wide(random);
            int negative = -random.nextInt(1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.phaseSums(kernel, 0));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.phaseSums(kernel, negative));
        });
    }

    @Test
    @Task("5.4")
    @Part("tiled")
    @Part("cut")
    @Part("ramp")
    @Part("leftOver")
    @Part("rectangle")
    @Part("noPattern")
    @Part("refusal")
    @DisplayName("measures the checkerboard in any picture")
    void measuresPatterns(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("tiled", () -> {
            RandomGenerator random = seed.random("tiled");
            variance(checkerboards, tiled(random, 2, 6, 8, 0, 0), 2);
            variance(checkerboards, tiled(random, 3, 9, 6, 0, 0), 3);
        });
        parts.check("cut", () -> variance(checkerboards, tiled(seed.random("cut"), 2, 7, 5, 0, 0), 2));
        parts.check("ramp", () -> {
            RandomGenerator random = seed.random("ramp");
            variance(checkerboards, tiled(random, 2, 6, 4, random.nextInt(1, 5), 0), 2);
        });
        parts.check("leftOver", () -> {
            RandomGenerator random = seed.random("leftOver");
            variance(checkerboards, tiled(random, 2, 7, 5, random.nextInt(20, 30), random.nextInt(30, 40)), 2);
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int stride = random.nextInt(2, 4);
            double[][] squares = new double[stride][3 * stride];
            for (double[] row : squares) {
                for (int w = 0; w < row.length; w++) row[w] = w * w;
            }
            squares[0][0] = random.nextInt(1, 5);
            variance(checkerboards, squares, stride);
            variance(checkerboards, Grids.turned(squares), stride);
        });
        parts.check("noPattern", () -> {
            RandomGenerator random = seed.random("noPattern");
            variance(checkerboards, Grids.constant(random.nextInt(3, 8), random.nextInt(1, 10)), 2);
            variance(checkerboards, wide(random), 1);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int stride = random.nextInt(2, 5);
            double[][] flat = new double[stride - 1][stride + 2];
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(flat, stride));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(Grids.turned(flat), stride));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(flat, -random.nextInt(3)));
        });
    }

    @Test
    @Task("5.5")
    @Part("odd")
    @Part("three")
    @Part("balanced")
    @Part("parseval")
    @Part("skewed")
    @Part("complex")
    @Part("refusal")
    @DisplayName("finds the response of any kernel at the alias frequencies")
    void findsAliasMagnitudes(Checkerboards checkerboards, Parts parts, Seed seed) {
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            magnitudes(checkerboards, Grids.constant(2 * random.nextInt(1, 4) + 1, random.nextInt(1, 5)), 2);
        });
        parts.check("three", () -> {
            int[] sizes = {2, 4, 8, 10}; // of 5 and 7 taps the response at a sixth of the circle is as strong as at a third
            magnitudes(checkerboards, Grids.constant(sizes[seed.random("three").nextInt(sizes.length)], 1), 3);
        });
        parts.check("balanced", () -> {
            RandomGenerator random = seed.random("balanced");
            int stride = random.nextInt(2, 4);
            magnitudes(checkerboards, Grids.repeated(wide(random), stride), stride);
        });
        parts.check("parseval", () -> {
            RandomGenerator random = seed.random("parseval");
            double[][] kernel = wide(random);
            int stride = random.nextInt(2, 4);
            double[][] magnitudes = checkerboards.aliasMagnitudes(kernel, stride);
            Expect.matrix("", ORACLE.aliasMagnitudes(kernel, stride), magnitudes, 1);
            double power = -magnitudes[0][0] * magnitudes[0][0];
            for (double[] row : magnitudes) power += Arrays.stream(row).map(m -> m * m).sum();
            double expected = Math.pow(stride, 4) * ORACLE.psv(ORACLE.phaseSums(kernel, stride), stride);
            Expect.real("alias power", expected, power, 1e-3 * Math.max(1, expected));
        });
        parts.check("skewed", () -> magnitudes(checkerboards, skewed(seed.random("skewed")), 2));
        parts.check("complex", () -> {
            RandomGenerator random = seed.random("complex");
            double[][] two = {{random.nextInt(1, 9), random.nextInt(1, 9)}};
            magnitudes(checkerboards, two, 4);
            magnitudes(checkerboards, Grids.turned(two), 4);
            magnitudes(checkerboards, wide(random), 5);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[][] kernel = wide(random);
            int negative = -random.nextInt(1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.aliasMagnitudes(kernel, 0));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.aliasMagnitudes(kernel, negative));
        });
    }

    private static void sums(Checkerboards checkerboards, double[][] kernel, int stride) {
        matrix(ORACLE.phaseSums(kernel, stride), checkerboards.phaseSums(kernel, stride));
    }

    private static void variance(Checkerboards checkerboards, double[][] image, int stride) {
        double expected = ORACLE.psv(image, stride);
        Expect.real("", expected, checkerboards.psv(image, stride), TOLERANCE * Math.max(1, expected));
    }

    private static void magnitudes(Checkerboards checkerboards, double[][] kernel, int stride) {
        matrix(ORACLE.aliasMagnitudes(kernel, stride), checkerboards.aliasMagnitudes(kernel, stride));
    }

    private static void matrix(double[][] expected, double[][] actual) {
        double largest = 1;
        for (double[] row : expected) {
            for (double v : row) largest = Math.max(largest, Math.abs(v));
        }
        Expect.matrix("", expected, actual, TOLERANCE * largest);
    }

    /// More columns than rows; what lies beyond a square is positive, so that its loss shows.
    private static double[][] wide(RandomGenerator random) {
        int rows = random.nextInt(2, 4);
        double[][] kernel = new double[rows][rows + random.nextInt(2, 4)];
        for (double[] row : kernel) {
            for (int v = 0; v < row.length; v++) row[v] = v < rows ? random.nextInt(-9, 10) : random.nextInt(1, 10);
        }
        return kernel;
    }

    /// Brighter towards phase 0, and brightest where both phases are 0; over and over, with a ramp along each axis.
    private static double[][] tiled(RandomGenerator random, int stride, int height, int width, double perRow, double perColumn) {
        int least = random.nextInt(1, 6);
        int down = random.nextInt(2, 5);
        int across = random.nextInt(2, 5);
        double[][] image = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                boolean isFirst = h % stride == 0 && w % stride == 0;
                image[h][w] = least + down * (stride - 1 - h % stride) + across * (stride - 1 - w % stride) + (isFirst ? down : 0) + perRow * h + perColumn * w;
            }
        }
        return image;
    }

    /// Two rows of three taps whose phase sums `p < t < q < r` make the response at `(pi, pi)`, `p - q - r + t`, negative, those at `(0, pi)` and
    /// `(pi, 0)` different, and the kernel no product.
    private static double[][] skewed(RandomGenerator random) {
        double p = random.nextInt(1, 4);
        double t = p + random.nextInt(1, 4);
        double q = t + random.nextInt(1, 4);
        double r = q + random.nextInt(1, 4);
        double x = random.nextInt(-3, 4);
        double y = random.nextInt(-3, 4);
        return new double[][] {{p - x, q, x}, {r - y, t, y}};
    }
}
