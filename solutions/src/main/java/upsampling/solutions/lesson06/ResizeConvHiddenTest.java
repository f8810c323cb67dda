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
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The hidden tests of task 6.3, resize-convolution, part by part beside the public ones: inputs come from the seed, expected values from the
/// alternative solution (a mutant of the reference must not be compared with itself). {@link BlursHiddenTest} and {@link BalanceHiddenTest} have the
/// others.
///
/// All cells and all weights of an input differ, see {@link Drawn}; so do height and width, and the numbers of channels.
@ExtendWith(SubjectExtension.class)
@DisplayName("Resize-convolution, drawn from a seed")
public class ResizeConvHiddenTest {
    /// An answer may compute in float32: relative to the largest number in a result.
    private static final double TOLERANCE = 1e-5;
    private static final String NEAREST = "nearest";
    private static final String BILINEAR = "bilinear";
    private static final Repairs ORACLE = new Alternative();

    @Test
    @Task("6.3")
    @Part("nearest")
    @Part("bilinear")
    @Part("three")
    @Part("channels")
    @Part("constant")
    @Part("scaleOne")
    @Part("wideKernel")
    @Part("mode")
    @Part("sizes")
    @DisplayName("resizes any picture first, then convolves")
    void resizesThenConvolves(Repairs repairs, Parts parts, Seed seed) {
        parts.check("nearest", () -> drawn(repairs, seed.random("nearest"), Shape.plane(2, 3), Shape.plane(3, 3), 2, NEAREST));
        parts.check("bilinear", () -> drawn(repairs, seed.random("bilinear"), Shape.plane(3, 2), Shape.plane(3, 3), 2, BILINEAR));
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            int scale = random.nextInt(3, 5);
            drawn(repairs, random, Shape.plane(1, 3), Shape.plane(3, 3), scale, NEAREST);
            drawn(repairs, random, Shape.plane(3, 2), Shape.plane(3, 3), scale, BILINEAR);
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            drawn(repairs, random, Shape.of(random.nextInt(2, 4), 2, 1, 2), Shape.of(3, 2, 1, 1), 2, NEAREST);
            drawn(repairs, random, Shape.of(2, 3, 2, 3), Shape.of(2, 3, 3, 3), 2, BILINEAR);
        });
        parts.check("constant", () -> {
            RandomGenerator random = seed.random("constant");
            Tensor x = Tensor.full(Shape.plane(2, 3), random.nextInt(1, 9));
            Tensor weight = Drawn.tensor(random, Shape.plane(3, 3));
            same(repairs, x, weight, 2, NEAREST);
            same(repairs, x, weight, 2, BILINEAR);
        });
        parts.check("scaleOne", () -> {
            RandomGenerator random = seed.random("scaleOne");
            drawn(repairs, random, Shape.plane(2, 3), Shape.plane(3, 3), 1, NEAREST);
            drawn(repairs, random, Shape.plane(3, 2), Shape.plane(3, 3), 1, BILINEAR);
        });
        parts.check("wideKernel", () -> {
            RandomGenerator random = seed.random("wideKernel");
            int k = 2 * random.nextInt(2, 4) + 1;
            drawn(repairs, random, Shape.plane(1, 3), Shape.plane(k, k), 2, NEAREST);
            drawn(repairs, random, Shape.plane(2, 3), Shape.plane(k, k), 2, BILINEAR);
        });
        parts.check("mode", () -> {
            RandomGenerator random = seed.random("mode");
            Tensor x = Drawn.tensor(random, Shape.plane(2, 2));
            Tensor weight = Drawn.tensor(random, Shape.plane(3, 3));
            String unknown = new String[] {"bicubic", "nearest-exact", "linear", "area"}[random.nextInt(4)];
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(x, weight, 2, unknown));
        });
        parts.check("sizes", () -> {
            RandomGenerator random = seed.random("sizes");
            int even = 2 * random.nextInt(1, 3);
            Tensor x = Drawn.tensor(random, Shape.plane(2, 3));
            Tensor weight = Drawn.tensor(random, Shape.plane(3, 3));
            Tensor evenWeight = Drawn.tensor(random, Shape.plane(even, even));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(x, evenWeight, 2, BILINEAR));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(x, weight, 0, BILINEAR));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(x, weight, -even, NEAREST));
        });
    }

    private static void drawn(Repairs repairs, RandomGenerator random, Shape input, Shape taps, int scale, String mode) {
        same(repairs, Drawn.tensor(random, input), Drawn.tensor(random, taps), scale, mode);
    }

    private static void same(Repairs repairs, Tensor x, Tensor weight, int scale, String mode) {
        Tensor expected = ORACLE.resizeConv(x, weight, scale, mode);
        float largest = 1;
        for (float v : expected.toArray()) largest = Math.max(largest, Math.abs(v));
        Expect.tensor("", expected, repairs.resizeConv(x, weight, scale, mode), TOLERANCE * largest);
    }
}
