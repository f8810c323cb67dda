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
import upsampling.tasks.TransposedConvolution.Gradients;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of the gradients of lesson 4, part by part beside the public ones: inputs come from the seed, expected values from the alternative
/// solution, which finds each gradient by changing one number (a mutant of the reference must not be compared with itself).
/// {@link SizesHiddenTest} and {@link TransposedHiddenTest} have the other tasks.
@ExtendWith(SubjectExtension.class)
@DisplayName("Gradients of transposed convolution, drawn from a seed")
public class GradientsHiddenTest {
    /// Sums of whole numbers, which float32 holds exactly.
    private static final double TOLERANCE = 1e-5;
    private static final TransposedConvolution ORACLE = new Alternative();

    /// What goes into a backward pass.
    private record Given(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        static Given draw(RandomGenerator random, Shape x, Shape weight, Window window, int outputPadding) {
            Shape out = Shape.of(x.n(), weight.c(), ORACLE.outputSize(x.h(), window, outputPadding), ORACLE.outputSize(x.w(), window, outputPadding));
            return new Given(Drawn.tensor(random, x), Drawn.tensor(random, weight), window, Drawn.tensor(random, out));
        }

        Gradients by(TransposedConvolution answer) {
            Gradients gradients = answer.backward(x, weight, window, gradOutput);
            Expect.present("", gradients);
            return gradients;
        }
    }

    @Test
    @Task("4.6")
    @Part("gradInput")
    @Part("gradWeight")
    @Part("gradBias")
    @Part("padding")
    @Part("dilation")
    @Part("channels")
    @Part("adjoint")
    @DisplayName("hands any gradients to input, weight and bias")
    void handsGradientsBack(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("gradInput", () -> {
            Given given = stamps(seed.random("gradInput"));
            gradInput(given.by(ORACLE), given.by(answer));
        });
        parts.check("gradWeight", () -> {
            Given given = stamps(seed.random("gradWeight"));
            gradWeight(given.by(ORACLE), given.by(answer));
        });
        parts.check("gradBias", () -> {
            Given given = stamps(seed.random("gradBias"));
            Tensor ones = Tensor.full(given.gradOutput.shape(), 1); // a sum of 1 over all outputs, so that a mean is never right by chance
            Given plain = new Given(given.x, given.weight, given.window, ones);
            gradBias(plain.by(ORACLE), plain.by(answer));
            gradBias(given.by(ORACLE), given.by(answer));
        });
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            int stride = random.nextInt(2, 4);
            Window window = new Window(3, stride, 1, 1);
            all(answer, Given.draw(random, Shape.plane(2, random.nextInt(3, 5)), Shape.plane(3, 3), window, random.nextInt(0, stride)));
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            all(answer, Given.draw(random, Shape.plane(1, random.nextInt(2, 4)), Shape.plane(2, 2), new Window(2, 1, 0, random.nextInt(2, 4)), 0));
            all(answer, Given.draw(random, Shape.plane(2, 3), Shape.plane(3, 3), new Window(3, 2, 1, 3), 2));
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            int k = random.nextInt(1, 3);
            all(answer, Given.draw(random, Shape.of(2, 2, 1, 2), Shape.of(2, 3, k, k), Window.of(k), 0));
            all(answer, Given.draw(random, Shape.of(3, 2, 2, 3), Shape.of(2, 3, 3, 3), new Window(3, 2, 1, 1), 1));
        });
        parts.check("adjoint", () -> {
            RandomGenerator random = seed.random("adjoint");
            Given given = Given.draw(random, Shape.of(2, 2, 2, random.nextInt(3, 5)), Shape.of(2, 3, 3, 3), new Window(3, 2, 1, 1), random.nextInt(2));
            Gradients gradients = given.by(answer);
            Expect.shape("gradInput", given.x.shape(), gradients.gradInput());
            Expect.shape("gradWeight", given.weight.shape(), gradients.gradWeight());
            int outputPadding = ORACLE.outputPaddingFor(given.x.shape().h(), given.gradOutput.shape().h(), given.window);
            Tensor y = ORACLE.convTranspose2d(given.x, given.weight, new float[3], given.window, outputPadding, 1);
            Expect.real("sum of x·gradInput", dot(y, given.gradOutput), dot(given.x, gradients.gradInput()), TOLERANCE);
            Expect.real("sum of weight·gradWeight", dot(y, given.gradOutput), dot(given.weight, gradients.gradWeight()), TOLERANCE);
        });
    }

    /// Two by two stamps side by side, as in the example of the task.
    private static Given stamps(RandomGenerator random) {
        int k = random.nextInt(2, 4);
        return Given.draw(random, Shape.plane(2, random.nextInt(3, 5)), Shape.plane(k, k), Window.of(k).withStride(k), 0);
    }

    private static void all(TransposedConvolution answer, Given given) {
        Gradients expected = given.by(ORACLE);
        Gradients actual = given.by(answer);
        gradInput(expected, actual);
        gradWeight(expected, actual);
        gradBias(expected, actual);
    }

    private static void gradInput(Gradients expected, Gradients actual) {
        Expect.tensor("gradInput", expected.gradInput(), actual.gradInput(), TOLERANCE);
    }

    private static void gradWeight(Gradients expected, Gradients actual) {
        Expect.tensor("gradWeight", expected.gradWeight(), actual.gradWeight(), TOLERANCE);
    }

    private static void gradBias(Gradients expected, Gradients actual) {
        Expect.present("gradBias", actual.gradBias());
        Expect.reals("gradBias", widen(expected.gradBias()), widen(actual.gradBias()), TOLERANCE);
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return wide;
    }

    private static double dot(Tensor a, Tensor b) {
        return DoubleTensor.of(a).dot(DoubleTensor.of(b));
    }
}
