package upsampling.solutions.lesson07;

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
import upsampling.metric.Psv;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.PixelShuffle;
import upsampling.op.Resize;
import upsampling.solutions.Drawn;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The hidden tests of the tasks of lesson 7 about the weights and biases before a shuffle, part by part beside the public ones: inputs come from the
/// seed, expected values from the alternative solution or from the library (a mutant of the reference must not be compared with itself).
/// {@link SubPixelsHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: see {@link Drawn}. Numbers of channels differ, and kernels
/// have no two equal weights.
@ExtendWith(SubjectExtension.class)
@DisplayName("Weights and biases before a pixel shuffle, drawn from a seed")
public class SubPixelWeightsHiddenTest {
    /// An answer may compute in float32: relative to the largest bias.
    private static final double TOLERANCE = 1e-5;
    private static final SubPixels ORACLE = new Alternative();

    @Test
    @Task("7.4")
    @Part("one")
    @Part("filters")
    @Part("inputs")
    @Part("factors")
    @Part("nearest")
    @Part("psv")
    @Part("refusal")
    @DisplayName("gives all sub-pixels of a channel the same filter, whichever it is")
    void givesSubPixelsOneFilter(SubPixels answer, Parts parts, Seed seed) {
        parts.check("one", () -> {
            RandomGenerator random = seed.random("one");
            copied(answer, Drawn.numbered(random, Shape.of(random.nextInt(2, 5), 1, 1, 1)), 2);
        });
        parts.check("filters", () -> {
            RandomGenerator random = seed.random("filters");
            int k = random.nextInt(2, 4);
            copied(answer, Drawn.numbered(random, Shape.of(random.nextInt(2, 4), 1, k, k)), 2);
        });
        parts.check("inputs", () -> {
            RandomGenerator random = seed.random("inputs");
            copied(answer, Drawn.numbered(random, Shape.of(2, random.nextInt(3, 5), 2, 2)), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            copied(answer, Drawn.numbered(random, Shape.of(3, 2, 2, 2)), random.nextInt(3, 5));
            copied(answer, Drawn.numbered(random, Shape.of(3, 2, 2, 2)), 1);
        });
        parts.check("nearest", () -> {
            RandomGenerator random = seed.random("nearest");
            int r = random.nextInt(2, 4);
            Tensor x = Drawn.numbered(random, Shape.of(2, 3, 3, 4));
            Tensor filters = Drawn.numbered(random, Shape.of(2, 3, 2, 2));
            same(Resize.nearest().withScale(r).forward(Conv2d.of(2).forward(x, filters)), shuffled(x, answer, filters, r));
        });
        parts.check("psv", () -> {
            RandomGenerator random = seed.random("psv");
            int r = random.nextInt(2, 4);
            Tensor picture = shuffled(Drawn.numbered(random, Shape.of(1, 3, 3, 4)), answer, Drawn.numbered(random, Shape.of(2, 3, 2, 2)), r);
            for (int c = 0; c < 2; c++) {
                double variance = Psv.of(picture.plane(0, c), r).variance();
                Expect.real("PSV of channel " + c, 0, variance, 1e-6); // the mean of equal means is rounded
            }
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            Tensor filters = Drawn.numbered(random, Shape.of(2, 1, 2, 2));
            int negative = -random.nextInt(1, 4);
            refused(() -> answer.icnr(filters, 0));
            refused(() -> answer.icnr(filters, negative));
        });
    }

    private static Tensor shuffled(Tensor x, SubPixels answer, Tensor filters, int r) {
        Tensor weight = answer.icnr(filters, r);
        Expect.shape("weight", Shape.of(2 * r * r, 3, 2, 2), weight);
        return PixelShuffle.of(r).forward(Conv2d.of(2).forward(x, weight));
    }

    @Test
    @Task("7.5")
    @Part("one")
    @Part("two")
    @Part("factors")
    @Part("psv")
    @Part("flat")
    @Part("refusal")
    @DisplayName("finds the pattern in any biases of sub-pixels")
    void findsPatternInBiases(SubPixels answer, Parts parts, Seed seed) {
        parts.check("one", () -> pattern(answer, biases(seed.random("one"), 4), 2));
        parts.check("two", () -> {
            RandomGenerator random = seed.random("two");
            pattern(answer, biases(random, 4 * random.nextInt(2, 5)), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            int r = random.nextInt(3, 5);
            pattern(answer, biases(random, 2 * r * r), r);
            pattern(answer, biases(random, 3), 1);
        });
        parts.check("psv", () -> {
            double[] biases = biases(seed.random("psv"), 8);
            double[] pattern = answer.biasPattern(biases, 2);
            Expect.reals("", ORACLE.biasPattern(biases, 2), pattern, Double.MAX_VALUE); // the length
            for (int first = 0; first < 8; first += 4) {
                double expected = Psv.of(new double[][] {{biases[first], biases[first + 1]}, {biases[first + 2], biases[first + 3]}}, 2).variance();
                double squares = 0;
                for (int i = first; i < first + 4; i++) squares += pattern[i] * pattern[i];
                Expect.real("PSV of channel " + first / 4, expected, squares / 4, TOLERANCE * expected);
            }
        });
        parts.check("flat", () -> {
            RandomGenerator random = seed.random("flat");
            double[] biases = new double[8];
            Arrays.fill(biases, 0, 4, random.nextInt(1, 9));
            Arrays.fill(biases, 4, 8, -random.nextInt(1, 9));
            pattern(answer, biases, 2);
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int r = random.nextInt(2, 4);
            refused(() -> answer.biasPattern(biases(random, r * r + 1), r)); // not even r divides it
            refused(() -> answer.biasPattern(biases(random, r * r + r), r));
            refused(() -> answer.biasPattern(biases(random, r * r), 0));
            refused(() -> answer.biasPattern(biases(random, r * r), -r));
        });
    }

    @Test
    @Task("7.6")
    @Part("hand")
    @Part("channels")
    @Part("factors")
    @Part("outputs")
    @Part("refusal")
    @DisplayName("turns any transposed convolution into a convolution before a shuffle")
    void turnsTransposedIntoSubPixel(SubPixels answer, Parts parts, Seed seed) {
        parts.check("hand", () -> {
            RandomGenerator random = seed.random("hand");
            int k = 2 * random.nextInt(2, 4);
            subpixel(answer, Drawn.numbered(random, Shape.plane(k, k)), 2);
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            int k = 2 * random.nextInt(1, 3);
            subpixel(answer, Drawn.numbered(random, Shape.of(2, random.nextInt(3, 5), k, k)), 2);
        });
        parts.check("factors", () -> {
            RandomGenerator random = seed.random("factors");
            int r = random.nextInt(3, 5);
            subpixel(answer, Drawn.numbered(random, Shape.of(2, 3, 2 * r, 2 * r)), r);
            subpixel(answer, Drawn.numbered(random, Shape.of(2, 3, 3, 3)), 1);
        });
        parts.check("outputs", () -> {
            RandomGenerator random = seed.random("outputs");
            int r = random.nextInt(2, 4);
            int m = random.nextInt(2, 4);
            Tensor x = Drawn.numbered(random, Shape.of(2, 2, 3, 4));
            Tensor weight = Drawn.numbered(random, Shape.of(2, 3, r * m, r * m));
            Tensor subpixel = answer.subpixelFromTransposed(weight, r);
            Expect.shape("weight", Shape.of(3 * r * r, 2, m, m), subpixel);
            Tensor painted = ConvTranspose2d.of(r * m).withStride(r).forward(x, weight);
            same(painted, PixelShuffle.of(r).forward(Conv2d.of(m).withPadding(m - 1).forward(x, subpixel))); // sums of whole numbers
        });
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            int r = random.nextInt(2, 5);
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(r - 1, r - 1)), r));
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(r + 1, r + 1)), r));
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(r, 2 * r)), r));
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(2 * r, r)), r));
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(r, r)), 0));
            refused(() -> answer.subpixelFromTransposed(Drawn.numbered(random, Shape.plane(r, r)), -r));
        });
    }

    private static void copied(SubPixels answer, Tensor filters, int r) {
        same(ORACLE.icnr(filters, r), answer.icnr(filters, r));
    }

    private static void pattern(SubPixels answer, double[] biases, int r) {
        double largest = Arrays.stream(biases).map(Math::abs).max().orElseThrow();
        Expect.reals("", ORACLE.biasPattern(biases, r), answer.biasPattern(biases, r), TOLERANCE * largest);
    }

    private static void subpixel(SubPixels answer, Tensor weight, int r) {
        same(ORACLE.subpixelFromTransposed(weight, r), answer.subpixelFromTransposed(weight, r));
    }

    /// Weights are only copied, so every bit must be the same.
    private static void same(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, 0);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }

    /// Biases that grow faster and faster: every block and every row of one has another mean, which is no bias of it, not 0 and not 1.
    private static double[] biases(RandomGenerator random, int count) {
        double start = random.nextInt(2, 9);
        double step = random.nextInt(1, 4);
        double[] biases = new double[count];
        for (int i = 0; i < count; i++) biases[i] = start + step * i * i;
        return biases;
    }
}
