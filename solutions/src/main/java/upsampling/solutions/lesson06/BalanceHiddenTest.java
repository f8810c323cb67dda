package upsampling.solutions.lesson06;

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
import upsampling.solutions.Drawn;
import upsampling.solutions.Grids;
import upsampling.tasks.Repairs;
import upsampling.tasks.Repairs.ValueAndGradient;

/// The hidden tests of the tasks of lesson 6 that pull a kernel towards balance, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link BlursHiddenTest} and
/// {@link ResizeConvHiddenTest} have the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed, see {@link #wide}.
@ExtendWith(SubjectExtension.class)
@DisplayName("Balancing a kernel, drawn from a seed")
public class BalanceHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final Repairs ORACLE = new Alternative();

    @Test
    @Task("6.4")
    @Part("ones")
    @Part("counting")
    @Part("balanced")
    @Part("gaps")
    @Part("rectangle")
    @Part("differences")
    @Part("strideOne")
    @Part("refusal")
    @DisplayName("measures how far any kernel is from balance, with the gradient")
    void measuresTheImbalance(Repairs repairs, Parts parts, Seed seed) {
        parts.check("ones", () -> {
            RandomGenerator random = seed.random("ones");
            penalty(repairs, Grids.constant(2 * random.nextInt(1, 4) + 1, random.nextInt(1, 5)), 2);
        });
        parts.check("counting", () -> {
            RandomGenerator random = seed.random("counting");
            penalty(repairs, Grids.counting(2 * random.nextInt(1, 3) + 1, random.nextInt(1, 10)), 2);
        });
        parts.check("balanced", () -> {
            RandomGenerator random = seed.random("balanced");
            int stride = random.nextInt(2, 4);
            penalty(repairs, Grids.repeated(Drawn.kernel(random, 2, 3), stride), stride);
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int size = random.nextInt(1, 4);
            penalty(repairs, Grids.constant(size, random.nextInt(1, 10)), size + random.nextInt(1, 3));
        });
        parts.check("rectangle", () -> {
            double[][] wide = wide(seed.random("rectangle"));
            penalty(repairs, wide, 2);
            penalty(repairs, Grids.turned(wide), 2);
        });
        parts.check("differences", () -> {
            RandomGenerator random = seed.random("differences");
            double[][] kernel = wide(random);
            int stride = random.nextInt(2, 4);
            double[][] expected = new double[kernel.length][kernel[0].length];
            for (int u = 0; u < kernel.length; u++) {
                for (int v = 0; v < kernel[u].length; v++) {
                    kernel[u][v] += 1;
                    double more = ORACLE.balancePenalty(kernel, stride).value();
                    kernel[u][v] -= 2;
                    expected[u][v] = (more - ORACLE.balancePenalty(kernel, stride).value()) / 2;
                    kernel[u][v] += 1;
                }
            }
            ValueAndGradient actual = repairs.balancePenalty(kernel, stride);
            Expect.present("", actual);
            matrix("gradient", expected, actual.gradient());
        });
        parts.check("strideOne", () -> penalty(repairs, wide(seed.random("strideOne")), 1));
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[][] kernel = wide(random);
            int negative = -random.nextInt(1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> repairs.balancePenalty(kernel, 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.balancePenalty(kernel, negative));
        });
    }

    @Test
    @Task("6.5")
    @Part("ones")
    @Part("counting")
    @Part("stays")
    @Part("three")
    @Part("rectangle")
    @Part("gaps")
    @Part("refusal")
    @DisplayName("finds the nearest balanced kernel of the same sum as any kernel")
    void findsTheNearestBalancedKernel(Repairs repairs, Parts parts, Seed seed) {
        parts.check("ones", () -> {
            RandomGenerator random = seed.random("ones");
            projected(repairs, Grids.constant(2 * random.nextInt(1, 4) + 1, random.nextInt(1, 5)), 2);
        });
        parts.check("counting", () -> {
            RandomGenerator random = seed.random("counting");
            projected(repairs, Grids.counting(2 * random.nextInt(1, 3) + 1, random.nextInt(1, 10)), 2);
        });
        parts.check("stays", () -> {
            RandomGenerator random = seed.random("stays");
            int stride = random.nextInt(2, 4);
            double[][] balanced = Grids.repeated(Drawn.kernel(random, 2, 3), stride);
            matrix("", balanced, repairs.projectBalanced(balanced, stride));
            double[][] any = wide(random);
            matrix("", any, repairs.projectBalanced(any, 1));
        });
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            projected(repairs, Drawn.kernel(random, random.nextInt(3, 6), 4), 3);
            projected(repairs, Drawn.kernel(random, 3, random.nextInt(5, 8)), 3);
        });
        parts.check("rectangle", () -> {
            double[][] wide = wide(seed.random("rectangle"));
            projected(repairs, wide, 2);
            projected(repairs, Grids.turned(wide), 2);
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int size = random.nextInt(1, 4);
            int stride = size + random.nextInt(1, 3);
            double[][] flat = Drawn.kernel(random, size, stride + 1);
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(Grids.constant(size, 1), stride));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(flat, stride));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(Grids.turned(flat), stride));
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[][] kernel = wide(random);
            int negative = -random.nextInt(1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(kernel, 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(kernel, negative));
        });
    }

    private static void penalty(Repairs repairs, double[][] kernel, int stride) {
        ValueAndGradient expected = ORACLE.balancePenalty(kernel, stride);
        ValueAndGradient actual = repairs.balancePenalty(kernel, stride);
        Expect.present("", actual);
        Expect.real("value", expected.value(), actual.value(), TOLERANCE * Math.max(10, expected.value()));
        matrix("gradient", expected.gradient(), actual.gradient());
    }

    private static void projected(Repairs repairs, double[][] kernel, int stride) {
        matrix("", ORACLE.projectBalanced(kernel, stride), repairs.projectBalanced(kernel, stride));
    }

    private static void matrix(String what, double[][] expected, double[][] actual) {
        double largest = 10;
        for (double[] row : expected) {
            for (double v : row) largest = Math.max(largest, Math.abs(v));
        }
        Expect.matrix(what, expected, actual, TOLERANCE * largest);
    }

    /// More columns than rows, and an odd number of them, so that phases have different numbers of taps. For stride 2 no phase sum is the mean, the
    /// two phases that mirror each other differ, and so does the penalty of the square part: who reads a wrong phase or too few taps is seen.
    private static double[][] wide(RandomGenerator random) {
        while (true) {
            int rows = random.nextInt(2, 4);
            double[][] kernel = Drawn.kernel(random, rows, 5);
            double[][] square = new double[rows][];
            for (int u = 0; u < rows; u++) square[u] = Arrays.copyOf(kernel[u], rows);
            ValueAndGradient whole = ORACLE.balancePenalty(kernel, 2);
            double[][] gradient = whole.gradient();
            boolean isOff = Math.abs(gradient[0][0] * gradient[0][1] * gradient[1][0] * gradient[1][1]) > 1e-3;
            boolean isSkewed = Math.abs(gradient[0][1] - gradient[1][0]) > 0.5;
            if (isOff && isSkewed && Math.abs(ORACLE.balancePenalty(square, 2).value() - whole.value()) > 0.5) return kernel;
        }
    }
}
