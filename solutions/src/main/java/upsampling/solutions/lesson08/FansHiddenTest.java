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
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 8 that count products and say how wide weights must be, part by part beside the public ones: inputs come
/// from the seed, expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link
/// InitialisationHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: no two sizes of a weight are equal unless the part is
/// about a square kernel, and every stride is above 1.
@ExtendWith(SubjectExtension.class)
@DisplayName("Fans and standard deviations, drawn from a seed")
public class FansHiddenTest {
    /// An answer may compute in float32.
    private static final double TOLERANCE = 1e-6;
    private static final Initialisation ORACLE = new Alternative();

    @Test
    @Task("8.1")
    @Part("conv")
    @Part("transposed")
    @Part("rectangle")
    @Part("large")
    @Part("length")
    @Part("sizes")
    @DisplayName("says what PyTorch calls fan_in and fan_out of any weight")
    void countsConnections(Initialisation answer, Parts parts, Seed seed) {
        parts.check("conv", () -> {
            RandomGenerator random = seed.random("conv");
            int kernel = 2 * random.nextInt(1, 4) + 1;
            fans(answer, random.nextInt(30, 60), random.nextInt(8, 20), kernel, kernel);
        });
        parts.check("transposed", () -> {
            RandomGenerator random = seed.random("transposed");
            int kernel = random.nextInt(3, 7);
            fans(answer, random.nextInt(8, 20), random.nextInt(30, 60), kernel, kernel);
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int height = random.nextInt(1, 4);
            fans(answer, random.nextInt(30, 60), random.nextInt(8, 20), height, height + random.nextInt(1, 4));
        });
        parts.check("large", () -> {
            RandomGenerator random = seed.random("large");
            fans(answer, random.nextInt(60_000, 70_000), random.nextInt(40_000, 50_000), random.nextInt(300, 400), random.nextInt(200, 300));
        });
        parts.check("length", () -> {
            RandomGenerator random = seed.random("length");
            refused(() -> answer.fans(new int[] {random.nextInt(2, 9), 3, 5, 5, random.nextInt(1, 4)}));
            refused(() -> answer.fans(new int[] {random.nextInt(2, 9), 3, 5}));
            refused(() -> answer.fans(new int[0]));
        });
        parts.check("sizes", () -> {
            RandomGenerator random = seed.random("sizes");
            for (int axis = 0; axis < 4; axis++) {
                int[] shape = {random.nextInt(2, 9), 3, 5, 5};
                shape[axis] = -random.nextInt(0, 3);
                refused(() -> answer.fans(shape));
            }
        });
    }

    @Test
    @Task("8.2")
    @Part("relu")
    @Part("leaky")
    @Part("pytorch")
    @Part("linear")
    @Part("negative")
    @Part("fraction")
    @Part("fan")
    @Part("notANumber")
    @DisplayName("finds the standard deviation of He's weights for any fan and slope")
    void findsTheWidth(Initialisation answer, Parts parts, Seed seed) {
        parts.check("relu", () -> width(answer, seed.random("relu").nextInt(10, 100), 0));
        parts.check("leaky", () -> {
            RandomGenerator random = seed.random("leaky");
            width(answer, random.nextInt(10, 100), random.nextDouble(0.1, 0.9));
        });
        parts.check("pytorch", () -> width(answer, seed.random("pytorch").nextInt(10, 100), Math.sqrt(5)));
        parts.check("linear", () -> width(answer, seed.random("linear").nextInt(10, 100), 1));
        parts.check("negative", () -> {
            RandomGenerator random = seed.random("negative");
            width(answer, random.nextInt(10, 100), -random.nextDouble(0.1, 0.9));
        });
        parts.check("fraction", () -> width(answer, seed.random("fraction").nextInt(1, 20) + 0.5, 0));
        parts.check("fan", () -> {
            RandomGenerator random = seed.random("fan");
            refused(() -> answer.heStd(0, random.nextDouble()));
            refused(() -> answer.heStd(-random.nextInt(1, 9), 0));
        });
        parts.check("notANumber", () -> refused(() -> answer.heStd(Double.NaN, seed.random("notANumber").nextDouble())));
    }

    @Test
    @Task("8.3")
    @Part("even")
    @Part("odd")
    @Part("fraction")
    @Part("gaps")
    @Part("groups")
    @Part("padding")
    @Part("dilation")
    @Part("large")
    @Part("indivisible")
    @Part("channels")
    @DisplayName("counts the products of an output of any transposed convolution")
    void countsProducts(Initialisation answer, Parts parts, Seed seed) {
        parts.check("even", () -> {
            RandomGenerator random = seed.random("even");
            int stride = random.nextInt(2, 5);
            products(answer, random.nextInt(2, 20), 1, Window.of(stride * random.nextInt(2, 4)).withStride(stride));
        });
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            int stride = random.nextInt(2, 5);
            products(answer, random.nextInt(2, 20), 1, Window.of(stride * random.nextInt(1, 4) + random.nextInt(1, stride)).withStride(stride));
        });
        parts.check("fraction", () -> {
            RandomGenerator random = seed.random("fraction"); // 3 divides neither the channels nor the kernel, so the mean is not whole
            products(answer, 3 * random.nextInt(1, 9) + 1, 1, Window.of(3 * random.nextInt(1, 3) + 2).withStride(3));
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int stride = random.nextInt(3, 6);
            products(answer, random.nextInt(2, 20), 1, Window.of(random.nextInt(2, stride)).withStride(stride));
        });
        parts.check("groups", () -> {
            RandomGenerator random = seed.random("groups");
            int groups = random.nextInt(2, 6);
            products(answer, groups * random.nextInt(2, 9), groups, Window.of(random.nextInt(3, 7)).withStride(2));
        });
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            int padding = random.nextInt(1, 3);
            products(answer, random.nextInt(2, 20), 1, Window.of(2 * padding + random.nextInt(1, 4)).withStride(2).withPadding(padding));
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            products(answer, random.nextInt(2, 20), 1, Window.of(random.nextInt(2, 6)).withStride(2).withDilation(random.nextInt(2, 4)));
        });
        parts.check("large", () -> {
            RandomGenerator random = seed.random("large");
            products(answer, random.nextInt(1_000_000, 2_000_000), 1, Window.of(random.nextInt(50, 60)).withStride(random.nextInt(2, 4)));
        });
        parts.check("indivisible", () -> {
            RandomGenerator random = seed.random("indivisible");
            int groups = random.nextInt(3, 9);
            Window window = Window.of(4).withStride(2);
            refused(() -> answer.effectiveFanIn(groups * random.nextInt(1, 9) + random.nextInt(1, groups), groups, window));
            refused(() -> answer.effectiveFanIn(groups, 2 * groups, window));
            refused(() -> answer.effectiveFanIn(groups, 0, window));
            refused(() -> answer.effectiveFanIn(groups, -groups, window));
        });
        parts.check("channels", () -> {
            int groups = seed.random("channels").nextInt(1, 5);
            Window window = Window.of(4).withStride(2);
            refused(() -> answer.effectiveFanIn(0, groups, window));
            refused(() -> answer.effectiveFanIn(-2 * groups, groups, window));
        });
    }

    private static void fans(Initialisation answer, int... shape) {
        long[] actual = answer.fans(shape.clone());
        Expect.present("", actual);
        Expect.reals("", wide(ORACLE.fans(shape)), wide(actual), 0);
    }

    private static double[] wide(long[] numbers) {
        double[] wide = new double[numbers.length];
        for (int i = 0; i < wide.length; i++) wide[i] = numbers[i];
        return wide;
    }

    private static void width(Initialisation answer, double fan, double negativeSlope) {
        Expect.real("", ORACLE.heStd(fan, negativeSlope), answer.heStd(fan, negativeSlope), TOLERANCE);
    }

    private static void products(Initialisation answer, int inChannels, int groups, Window window) {
        double expected = ORACLE.effectiveFanIn(inChannels, groups, window);
        Expect.real("", expected, answer.effectiveFanIn(inChannels, groups, window), TOLERANCE * expected);
    }

    private static void refused(Runnable call) {
        Expect.refused("", IllegalArgumentException.class, call);
    }
}
