package upsampling.solutions.lesson08;

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
import upsampling.tasks.Initialisation;
import upsampling.tasks.WeightSample;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 8 that follow the energy, part by part beside the public ones: inputs come from the seed, expected
/// values from the alternative solution (a mutant of the reference must not be compared with itself). {@link FansHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: see {@link Drawn}.
@ExtendWith(SubjectExtension.class)
@DisplayName("Phases, drawn weights and stacks, drawn from a seed")
public class InitialisationHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final Initialisation ORACLE = new Alternative();

    @Test
    @Task("8.4")
    @Part("odd")
    @Part("padded")
    @Part("even")
    @Part("three")
    @Part("shifted")
    @Part("gaps")
    @Part("dilated")
    @Part("dense")
    @Part("channels")
    @Part("variance")
    @DisplayName("finds the variance of each phase of any window")
    void findsPhaseVariances(Initialisation answer, Parts parts, Seed seed) {
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            phases(answer, random, Window.of(2 * random.nextInt(1, 4) + 1).withStride(2));
        });
        parts.check("padded", () -> {
            RandomGenerator random = seed.random("padded");
            phases(answer, random, Window.of(2 * random.nextInt(1, 4) + 1).withStride(2).withPadding(1));
        });
        parts.check("even", () -> {
            RandomGenerator random = seed.random("even");
            int stride = random.nextInt(2, 5);
            phases(answer, random, Window.of(stride * random.nextInt(1, 4)).withStride(stride).withPadding(random.nextInt(0, 2)));
        });
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            phases(answer, random, Window.of(3 * random.nextInt(1, 3) + random.nextInt(1, 3)).withStride(3));
        });
        parts.check("shifted", () -> {
            RandomGenerator random = seed.random("shifted"); // one phase out of 3 has fewer taps; with p = 1 and 4 every wrong move finds another one
            phases(answer, random, Window.of(3 * random.nextInt(1, 4) + 2).withStride(3).withPadding(3 * random.nextInt(0, 2) + 1));
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int stride = random.nextInt(3, 6);
            phases(answer, random, Window.of(random.nextInt(1, stride)).withStride(stride));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            phases(answer, random, Window.of(random.nextInt(2, 6)).withStride(2).withDilation(2));
            phases(answer, random, Window.of(2).withStride(3).withDilation(random.nextInt(2, 4)).withPadding(random.nextInt(0, 3)));
        });
        parts.check("dense", () -> {
            RandomGenerator random = seed.random("dense");
            phases(answer, random, Window.of(random.nextInt(2, 6)).withPadding(random.nextInt(0, 2)));
        });
        parts.check("channels", () -> {
            int channels = -seed.random("channels").nextInt(1, 5);
            refused(() -> answer.phaseVariance(0, Window.of(3), 1));
            refused(() -> answer.phaseVariance(channels, Window.of(3).withStride(2), 1));
        });
        parts.check("variance", () -> {
            double variance = -seed.random("variance").nextDouble(0.1, 2);
            refused(() -> answer.phaseVariance(2, Window.of(3).withStride(2), variance));
            refused(() -> answer.phaseVariance(2, Window.of(3).withStride(2), Double.NaN));
            Expect.matrix("", new double[1][1], answer.phaseVariance(2, Window.of(3), 0), 0); // weights that are all 0 are no error
        });
    }

    @Test
    @Task("8.5")
    @Part("numbers")
    @Part("shape")
    @Part("mean")
    @Part("deviation")
    @Part("tails")
    @Part("independence")
    @Part("seed")
    @Part("wholeSeed")
    @Part("shapes")
    @Part("fan")
    @DisplayName("draws normal weights of any shape")
    void drawsNormalWeights(Initialisation answer, Parts parts, Seed seed) {
        parts.check("numbers", () -> {
            RandomGenerator random = seed.random("numbers");
            Draw draw = new Draw(new int[] {random.nextInt(2, 5), 3, 2, 4}, random.nextInt(10, 60), random.nextLong());
            Expect.tensor("", draw.by(ORACLE), draw.by(answer), 1e-6);
        });
        parts.check("shape", () -> {
            RandomGenerator random = seed.random("shape");
            int channels = random.nextInt(2, 5);
            Draw draw = new Draw(new int[] {channels + random.nextInt(1, 4), channels, 6, random.nextInt(7, 9)}, 10, random.nextLong());
            Expect.shape("", draw.shape(), draw.by(answer));
        });
        parts.check("mean", () -> {
            Draw draw = Draw.many(seed.random("mean"));
            draw.sample(answer).expectMean(draw.std());
        });
        parts.check("deviation", () -> {
            Draw draw = Draw.many(seed.random("deviation"));
            draw.sample(answer).expectDeviation(draw.std());
        });
        parts.check("tails", () -> Draw.many(seed.random("tails")).sample(answer).expectTails());
        parts.check("independence", () -> {
            Draw draw = Draw.many(seed.random("independence"));
            WeightSample sample = draw.sample(answer);
            int kernel = draw.shape().planeSize();
            for (int distance : new int[] {draw.shape().c() * kernel, kernel, 1}) sample.expectIndependence(distance);
        });
        parts.check("seed", () -> {
            Draw draw = Draw.few(seed.random("seed"));
            Expect.real("same seed", 100, draw.sample(answer).percentEqual(draw.sample(answer)), 0);
            Expect.real("another seed", 0, draw.sample(answer).percentEqual(draw.withSeed(draw.seed() + 1).sample(answer)), 0);
        });
        parts.check("wholeSeed", () -> {
            RandomGenerator random = seed.random("wholeSeed");
            Draw draw = Draw.few(random);
            Draw other = draw.withSeed(draw.seed() ^ 1L << random.nextInt(32, 48)); // a Random uses the lower 48 bits of its seed
            Expect.real("another seed", 0, draw.sample(answer).percentEqual(other.sample(answer)), 0);
        });
        parts.check("shapes", () -> {
            RandomGenerator random = seed.random("shapes");
            refused(() -> answer.heNormal(new int[] {random.nextInt(1, 5), 2, 3, 4, random.nextInt(1, 5)}, 9, 1));
            refused(() -> answer.heNormal(new int[] {random.nextInt(1, 5), 2, 3}, 9, 1));
            for (int axis = 0; axis < 4; axis++) {
                int[] sizes = {4, 3, 2, random.nextInt(1, 5)};
                sizes[axis] = -random.nextInt(0, 3);
                refused(() -> answer.heNormal(sizes, 9, 1));
            }
        });
        parts.check("fan", () -> {
            int negative = -seed.random("fan").nextInt(1, 9);
            for (double fan : new double[] {0, negative, Double.NaN}) refused(() -> answer.heNormal(new int[] {1, 1, 1, 2}, fan, 7));
        });
    }

    @Test
    @Task("8.6")
    @Part("hand")
    @Part("deep")
    @Part("overlap")
    @Part("dilated")
    @Part("images")
    @Part("channels")
    @DisplayName("follows the energy through any stack")
    void followsTheEnergy(Initialisation answer, Parts parts, Seed seed) {
        parts.check("hand", () -> {
            RandomGenerator random = seed.random("hand");
            trace(answer, Drawn.four(random), Window.of(2).withStride(2), Drawn.four(random), Drawn.four(random));
        });
        parts.check("deep", () -> {
            RandomGenerator random = seed.random("deep");
            Tensor[] weights = new Tensor[random.nextInt(3, 6)];
            for (int l = 0; l < weights.length; l++) weights[l] = Drawn.four(random);
            trace(answer, Drawn.four(random), Window.of(2).withStride(random.nextInt(1, 3)), weights);
        });
        parts.check("overlap", () -> {
            RandomGenerator random = seed.random("overlap");
            Window window = Window.of(3).withStride(random.nextInt(1, 3)).withPadding(1);
            trace(answer, Drawn.alternating(random, Shape.plane(3, 4)), window, Drawn.alternating(random, Shape.plane(3, 3)),
                Drawn.alternating(random, Shape.plane(3, 3)));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            Window window = Window.of(2).withDilation(random.nextInt(2, 4));
            trace(answer, Drawn.alternating(random, Shape.plane(2, 3)), window, Drawn.four(random), Drawn.four(random));
        });
        parts.check("images", () -> {
            RandomGenerator random = seed.random("images");
            int small = random.nextInt(1, 3);
            int large = random.nextInt(3, 6);
            Tensor x = Tensor.of(Shape.of(2, 1, 1, 2), small, -small - 1, large, -large - 1); // the second image has more energy
            trace(answer, x, Window.of(2).withStride(random.nextInt(2, 4)), Drawn.four(random), Drawn.four(random));
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            float a = random.nextInt(1, 4);
            float b = a + random.nextInt(1, 4);
            Tensor first = Tensor.of(Shape.of(2, 3, 1, 1), a, b + 6, -b, b, -a, a + 6); // the first output channel has the least energy
            trace(answer, Tensor.of(Shape.of(1, 2, 1, 1), 1, -1), Window.of(1), first, Tensor.of(Shape.of(3, 1, 1, 1), a, b, -a));
        });
    }

    private static void phases(Initialisation answer, RandomGenerator random, Window window) {
        int channels = random.nextInt(2, 10);
        double variance = (2 * random.nextInt(1, 5) + 1) / 11.0; // no count of products times this is 1, which would be its own root
        double[][] expected = ORACLE.phaseVariance(channels, window, variance);
        Expect.matrix("", expected, answer.phaseVariance(channels, window, variance), TOLERANCE * channels * window.kernel() * window.kernel());
    }

    private static void trace(Initialisation answer, Tensor x, Window window, Tensor... weights) {
        double[] expected = ORACLE.varianceTrace(x, weights, window);
        double largest = 1;
        for (double energy : expected) largest = Math.max(largest, energy);
        Expect.reals("", expected, answer.varianceTrace(x, weights, window), TOLERANCE * largest);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }
}
