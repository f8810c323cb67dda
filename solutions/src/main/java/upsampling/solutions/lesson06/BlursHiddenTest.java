package upsampling.solutions.lesson06;

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
import upsampling.tasks.Repairs;

/// The hidden tests of the tasks of lesson 6 on one axis, part by part beside the public ones: inputs come from the seed, expected values from the
/// alternative solution (a mutant of the reference must not be compared with itself). {@link ResizeConvHiddenTest} and {@link BalanceHiddenTest} have
/// the others.
///
/// Widths are drawn away from 1, where `sigma`, its square and its inverse are the same.
@ExtendWith(SubjectExtension.class)
@DisplayName("Blurs and holds along one axis, drawn from a seed")
public class BlursHiddenTest {
    /// An answer may compute in float32.
    private static final double TOLERANCE = 1e-5;
    private static final Repairs ORACLE = new Alternative();

    @Test
    @Task("6.1")
    @Part("quarter")
    @Part("one")
    @Part("narrow")
    @Part("wide")
    @Part("sums")
    @Part("refusal")
    @DisplayName("makes the three taps of a Gaussian blur of any width")
    void makesTheTapsOfABlur(Repairs repairs, Parts parts, Seed seed) {
        parts.check("quarter", () -> {
            int m = seed.random("quarter").nextInt(3, 10); // the exponentials are 1/m, 1, 1/m
            double side = 1.0 / (m + 2);
            Expect.reals("", new double[] {side, m * side, side}, repairs.gaussian3(1 / Math.sqrt(2 * Math.log(m))), TOLERANCE);
        });
        parts.check("one", () -> taps(repairs, seed.random("one").nextDouble(1.1, 1.5)));
        parts.check("narrow", () -> taps(repairs, seed.random("narrow").nextDouble(.4, .6)));
        parts.check("wide", () -> taps(repairs, seed.random("wide").nextDouble(5, 20)));
        parts.check("sums", () -> Expect.real("sum", 1, sum(repairs.gaussian3(seed.random("sums").nextDouble(.2, 3))), TOLERANCE));
        parts.check("refusal", () -> {
            double negative = -seed.random("refusal").nextDouble(.1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> repairs.gaussian3(0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.gaussian3(negative));
        });
    }

    @Test
    @Task("6.2")
    @Part("two")
    @Part("three")
    @Part("shortKernel")
    @Part("strideOne")
    @Part("phases")
    @Part("refusal")
    @DisplayName("convolves any kernel with ones")
    void convolvesWithOnes(Repairs repairs, Parts parts, Seed seed) {
        parts.check("two", () -> {
            RandomGenerator random = seed.random("two");
            held(repairs, Drawn.row(random, random.nextInt(3, 7)), 2);
        });
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            held(repairs, Drawn.row(random, random.nextInt(3, 7)), random.nextInt(3, 6));
        });
        parts.check("shortKernel", () -> {
            RandomGenerator random = seed.random("shortKernel");
            int size = random.nextInt(1, 4);
            held(repairs, Drawn.row(random, size), size + random.nextInt(1, 4));
        });
        parts.check("strideOne", () -> held(repairs, Drawn.row(seed.random("strideOne"), 5), 1));
        parts.check("phases", () -> {
            RandomGenerator random = seed.random("phases");
            double[] kernel = Drawn.row(random, random.nextInt(4, 8));
            int stride = random.nextInt(2, 5);
            double[] held = repairs.zeroOrderHold(kernel, stride);
            Expect.present("", held);
            double[] expected = new double[stride];
            double[] sums = new double[stride];
            for (int r = 0; r < stride; r++) {
                expected[r] = sum(kernel);
                for (int t = r; t < held.length; t += stride) sums[r] += held[t];
            }
            Expect.reals("phase sums", expected, sums, 10 * TOLERANCE);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            double[] kernel = Drawn.row(random, 3);
            int negative = -random.nextInt(1, 5);
            Expect.refused("", IllegalArgumentException.class, () -> repairs.zeroOrderHold(kernel, 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.zeroOrderHold(kernel, negative));
        });
    }

    @Test
    @Task("6.6")
    @Part("one")
    @Part("half")
    @Part("best")
    @Part("two")
    @Part("sums")
    @Part("differences")
    @DisplayName("differentiates the taps by the logarithm of any width")
    void differentiatesTheTaps(Repairs repairs, Parts parts, Seed seed) {
        parts.check("one", () -> derivatives(repairs, seed.random("one").nextDouble(-.2, .2)));
        parts.check("half", () -> derivatives(repairs, seed.random("half").nextDouble(-.9, -.65)));
        parts.check("best", () -> {
            int m = seed.random("best").nextInt(3, 10); // the taps are 1, m, 1 over m + 2, and 1/sigma^2 is 2 ln m
            double side = 2.0 * m * Math.log(m) / ((m + 2) * (m + 2));
            Expect.reals("", new double[] {side, -2 * side, side}, repairs.gaussian3Gradient(-Math.log(2 * Math.log(m)) / 2), TOLERANCE);
        });
        parts.check("two", () -> derivatives(repairs, seed.random("two").nextDouble(.5, .9)));
        parts.check("sums", () -> Expect.real("sum", 0, sum(repairs.gaussian3Gradient(seed.random("sums").nextDouble(-1, .5))), TOLERANCE));
        parts.check("differences", () -> {
            double logSigma = seed.random("differences").nextDouble(-.9, .9);
            double step = 1e-4;
            double[] right = ORACLE.gaussian3(Math.exp(logSigma + step));
            double[] left = ORACLE.gaussian3(Math.exp(logSigma - step));
            double[] expected = new double[3];
            for (int t = 0; t < 3; t++) expected[t] = (right[t] - left[t]) / (2 * step);
            Expect.reals("", expected, repairs.gaussian3Gradient(logSigma), TOLERANCE);
        });
    }

    private static void taps(Repairs repairs, double sigma) {
        Expect.reals("", ORACLE.gaussian3(sigma), repairs.gaussian3(sigma), TOLERANCE);
    }

    private static void held(Repairs repairs, double[] kernel, int stride) {
        Expect.reals("", ORACLE.zeroOrderHold(kernel, stride), repairs.zeroOrderHold(kernel, stride), TOLERANCE);
    }

    private static void derivatives(Repairs repairs, double logSigma) {
        Expect.reals("", ORACLE.gaussian3Gradient(logSigma), repairs.gaussian3Gradient(logSigma), TOLERANCE);
    }

    private static double sum(double[] values) {
        Expect.present("", values);
        double sum = 0;
        for (double v : values) sum += v;
        return sum;
    }
}
