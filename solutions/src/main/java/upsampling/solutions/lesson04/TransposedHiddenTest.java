package upsampling.solutions.lesson04;

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
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 4 that compute a transposed convolution, part by part beside the public ones: inputs come from the seed,
/// expected values from the alternative solution (a mutant of the reference must not be compared with itself). {@link SizesHiddenTest} and
/// {@link GradientsHiddenTest} have the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: see {@link Drawn}; height and width differ, and so do the
/// numbers of channels.
@ExtendWith(SubjectExtension.class)
@DisplayName("Transposed convolution, drawn from a seed")
public class TransposedHiddenTest {
    /// Sums of whole numbers, which float32 holds exactly.
    private static final double TOLERANCE = 1e-5;
    private static final TransposedConvolution ORACLE = new Alternative();

    @Test
    @Task("4.3")
    @Part("hand")
    @Part("stride1")
    @Part("stride3")
    @Part("padding")
    @Part("outputPadding")
    @Part("dilation")
    @Part("channels")
    @Part("cutOff")
    @DisplayName("gathers from any zeros and cells what the stamps would have painted")
    void gathersFromZeros(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("hand", () -> {
            RandomGenerator random = seed.random("hand");
            inserted(answer, random, Shape.plane(1, random.nextInt(3, 6)), Shape.plane(3, 3), new Window(3, random.nextInt(2, 4), 1, 1), 0);
        });
        parts.check("stride1", () -> {
            RandomGenerator random = seed.random("stride1");
            int k = random.nextInt(2, 4);
            inserted(answer, random, Shape.plane(2, random.nextInt(3, 5)), Shape.plane(k, k), Window.of(k), 0);
        });
        parts.check("stride3", () -> {
            RandomGenerator random = seed.random("stride3");
            inserted(answer, random, Shape.plane(2, random.nextInt(3, 5)), Shape.plane(2, 2), Window.of(2).withStride(random.nextInt(3, 5)), 0);
        });
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            Shape x = Shape.plane(random.nextInt(2, 4), 4);
            for (int padding = 0; padding < 3; padding++) inserted(answer, random, x, Shape.plane(3, 3), new Window(3, 2, padding, 1), 0);
        });
        parts.check("outputPadding", () -> {
            RandomGenerator random = seed.random("outputPadding");
            int stride = random.nextInt(2, 4);
            inserted(answer, random, Shape.plane(2, random.nextInt(3, 5)), Shape.plane(3, 3), new Window(3, stride, 1, 1), random.nextInt(1, stride));
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            inserted(answer, random, Shape.plane(2, 3), Shape.plane(2, 2), new Window(2, 1, 0, random.nextInt(2, 4)), 0);
            inserted(answer, random, Shape.plane(2, 3), Shape.plane(3, 3), new Window(3, 2, 1, 3), 2);
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            int images = random.nextInt(2, 4);
            inserted(answer, random, Shape.of(images, 2, 2, 3), Shape.of(2, 3, 2, 2), new Window(2, random.nextInt(1, 4), 0, 1), 0);
        });
        parts.check("cutOff", () -> {
            RandomGenerator random = seed.random("cutOff");
            inserted(answer, random, Shape.plane(3, random.nextInt(4, 6)), Shape.plane(2, 2), new Window(2, random.nextInt(2, 4), 2, 1), 0);
        });
    }

    @Test
    @Task("4.4")
    @Part("ones")
    @Part("bias")
    @Part("asymmetric")
    @Part("dilation")
    @Part("groups")
    @Part("channels")
    @Part("shift")
    @DisplayName("paints any stamps, with bias, output padding and groups")
    void paintsStamps(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("ones", () -> {
            RandomGenerator random = seed.random("ones");
            Shape x = Shape.plane(random.nextInt(2, 4), random.nextInt(4, 6));
            painted(answer, Tensor.full(x, 1), Tensor.full(Shape.plane(3, 3), random.nextInt(1, 9)), new float[1], new Window(3, 2, 1, 1), 1, 1);
        });
        parts.check("bias", () -> {
            RandomGenerator random = seed.random("bias");
            int k = random.nextInt(2, 4);
            Tensor x = Drawn.tensor(random, Shape.plane(1, 3));
            float[] bias = {random.nextInt(3, 9)};
            painted(answer, x, Drawn.tensor(random, Shape.plane(k, k)), bias, Window.of(k).withStride(k), k - 1, 1);
        });
        parts.check("asymmetric", () -> {
            RandomGenerator random = seed.random("asymmetric");
            Tensor x = Drawn.tensor(random, Shape.plane(2, random.nextInt(3, 5)));
            painted(answer, x, Drawn.tensor(random, Shape.plane(4, 4)), new float[1], new Window(4, random.nextInt(1, 4), 1, 1), 0, 1);
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            Tensor x = Drawn.tensor(random, Shape.plane(2, 3));
            painted(answer, x, Drawn.tensor(random, Shape.plane(2, 2)), new float[1], new Window(2, 1, 0, random.nextInt(2, 4)), 0, 1);
            painted(answer, x, Drawn.tensor(random, Shape.plane(3, 3)), new float[1], new Window(3, 2, 1, 3), 2, 1);
        });
        parts.check("groups", () -> {
            RandomGenerator random = seed.random("groups");
            int groups = random.nextInt(2, 4);
            int k = random.nextInt(1, 3);
            Tensor x = Drawn.tensor(random, Shape.of(2, 3 * groups, 1, 2));
            Tensor weight = Drawn.tensor(random, Shape.of(3 * groups, 2, k, k));
            painted(answer, x, weight, Drawn.tensor(random, Shape.of(1, 2 * groups, 1, 1)).toArray(), Window.of(k), 0, groups);
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            Tensor x = Drawn.tensor(random, Shape.of(random.nextInt(2, 4), 2, 2, 3));
            float[] bias = Drawn.tensor(random, Shape.of(1, 3, 1, 1)).toArray();
            painted(answer, x, Drawn.tensor(random, Shape.of(2, 3, 2, 2)), bias, new Window(2, random.nextInt(1, 4), 0, 1), 0, 1);
        });
        parts.check("shift", () -> {
            RandomGenerator random = seed.random("shift");
            Tensor x = Drawn.tensor(random, Shape.plane(2, random.nextInt(3, 5)));
            Tensor weight = Drawn.tensor(random, Shape.plane(3, 3));
            for (int stride = 2; stride <= 3; stride++) {
                for (int padding = 0; padding <= 2; padding++) painted(answer, x, weight, new float[1], new Window(3, stride, padding, 1), 0, 1);
            }
        });
    }

    private static void inserted(TransposedConvolution answer, RandomGenerator random, Shape input, Shape taps, Window window, int outputPadding) {
        Tensor x = Drawn.tensor(random, input);
        Tensor weight = Drawn.tensor(random, taps);
        Tensor expected = ORACLE.byZeroInsertion(x, weight, window, outputPadding);
        Expect.tensor("", expected, answer.byZeroInsertion(x, weight, window, outputPadding), TOLERANCE);
    }

    private static void painted(TransposedConvolution answer, Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Tensor expected = ORACLE.convTranspose2d(x, weight, bias, window, outputPadding, groups);
        Expect.tensor("", expected, answer.convTranspose2d(x, weight, bias, window, outputPadding, groups), TOLERANCE);
    }
}
