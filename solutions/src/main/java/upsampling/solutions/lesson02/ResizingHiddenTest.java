package upsampling.solutions.lesson02;

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
import upsampling.tasks.Resizing;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The hidden tests of the tasks of lesson 2 that resize tensors, part by part beside the public ones: inputs come from the seed, expected values
/// from the alternative solution (a mutant of the reference must not be compared with itself). {@link WeightsHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: pictures that no plane fits, height and width with
/// different ratios, planes that differ.
@ExtendWith(SubjectExtension.class)
@DisplayName("Interpolation, drawn from a seed")
public class ResizingHiddenTest {
    private static final String HALF_PIXEL = "half-pixel";
    private static final String CORNERS = "corners";
    /// Sums of a few products of numbers up to 10, in float32.
    private static final double TOLERANCE = 2e-5;
    private static final Resizing ORACLE = new Alternative();

    @Test
    @Task("2.5")
    @Part("square")
    @Part("rectangle")
    @Part("corners")
    @Part("constant")
    @Part("shrink")
    @Part("planes")
    @DisplayName("resizes any picture by bilinear interpolation")
    void resizesPictures(Resizing resizing, Parts parts, Seed seed) {
        parts.check("square", () -> {
            RandomGenerator random = seed.random("square");
            int size = random.nextInt(2, 5);
            resized(resizing, uniform(random, Shape.plane(size, size), -1, 1), 2 * size, 2 * size, HALF_PIXEL);
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int height = random.nextInt(2, 4);
            int width = random.nextInt(4, 7);
            resized(resizing, uniform(random, Shape.plane(height, width), -1, 1), 2 * height, width + 1, HALF_PIXEL);
            resized(resizing, uniform(random, Shape.plane(width, height), -1, 1), width + 1, 3 * height, HALF_PIXEL);
        });
        parts.check("corners", () -> {
            RandomGenerator random = seed.random("corners");
            Tensor x = uniform(random, Shape.plane(random.nextInt(2, 4), random.nextInt(4, 6)), -1, 1);
            resized(resizing, x, random.nextInt(5, 8), random.nextInt(8, 12), CORNERS);
            resized(resizing, x, 1, 1, CORNERS);
        });
        parts.check("constant", () -> {
            RandomGenerator random = seed.random("constant");
            Tensor x = Tensor.full(Shape.plane(random.nextInt(1, 4), random.nextInt(1, 4)), random.nextInt(1, 9));
            for (String alignment : new String[] {HALF_PIXEL, CORNERS}) resized(resizing, x, random.nextInt(5, 8), random.nextInt(5, 8), alignment);
        });
        parts.check("shrink", () -> {
            RandomGenerator random = seed.random("shrink");
            int height = random.nextInt(1, 3);
            int width = random.nextInt(2, 4);
            Tensor x = uniform(random, Shape.plane(3 * height, 3 * width), -1, 1); // of three cells only the middle one is read
            resized(resizing, x, height, width, HALF_PIXEL);
            resized(resizing, x, height, width, CORNERS);
            resized(resizing, x, 3 * height, 3 * width, HALF_PIXEL);
        });
        parts.check("planes", () -> {
            RandomGenerator random = seed.random("planes");
            resized(resizing, uniform(random, Shape.of(3, 2, 2, 3), -1, 1), random.nextInt(3, 5), random.nextInt(4, 7), HALF_PIXEL);
        });
    }

    @Test
    @Task("2.6")
    @Part("doubling")
    @Part("uneven")
    @Part("corners")
    @Part("shrink")
    @Part("planes")
    @Part("adjoint")
    @DisplayName("hands any gradient back to the cells that were read")
    void handsTheGradientBack(Resizing resizing, Parts parts, Seed seed) {
        parts.check("doubling", () -> {
            RandomGenerator random = seed.random("doubling");
            int size = random.nextInt(3, 6);
            backward(resizing, uniform(random, Shape.plane(1, 2 * size), 1, 2), 1, size, HALF_PIXEL);
        });
        parts.check("uneven", () -> {
            RandomGenerator random = seed.random("uneven");
            int size = random.nextInt(3, 6);
            backward(resizing, uniform(random, Shape.plane(1, 2 * size - 1), 1, 2), 1, size, HALF_PIXEL);
            backward(resizing, uniform(random, Shape.plane(2 * size - 1, 1), 1, 2), size, 1, HALF_PIXEL);
        });
        parts.check("corners", () -> {
            RandomGenerator random = seed.random("corners");
            int size = random.nextInt(3, 6);
            backward(resizing, uniform(random, Shape.plane(1, 2 * size), 1, 2), 1, size, CORNERS);
        });
        parts.check("shrink", () -> {
            RandomGenerator random = seed.random("shrink");
            int size = random.nextInt(2, 4);
            Tensor gradOutput = uniform(random, Shape.plane(1, size), 1, 2);
            backward(resizing, gradOutput, 1, 3 * size, HALF_PIXEL);
            backward(resizing, gradOutput, 1, 3 * size, CORNERS);
        });
        parts.check("planes", () -> {
            RandomGenerator random = seed.random("planes");
            backward(resizing, uniform(random, Shape.of(3, 2, random.nextInt(2, 4), random.nextInt(4, 6)), -1, 1), 2, 3, HALF_PIXEL);
        });
        parts.check("adjoint", () -> {
            RandomGenerator random = seed.random("adjoint");
            for (String alignment : new String[] {HALF_PIXEL, CORNERS}) {
                Tensor x = uniform(random, Shape.of(2, 3, 3, random.nextInt(4, 6)), -1, 1);
                innerProducts(resizing, x, uniform(random, Shape.of(2, 3, random.nextInt(2, 8), random.nextInt(6, 9)), -1, 1), alignment);
            }
        });
    }

    private static void resized(Resizing resizing, Tensor x, int height, int width, String alignment) {
        Expect.tensor("", ORACLE.resizeBilinear(x, height, width, alignment), resizing.resizeBilinear(x, height, width, alignment), TOLERANCE);
    }

    private static void backward(Resizing resizing, Tensor gradOutput, int height, int width, String alignment) {
        Tensor expected = ORACLE.resizeBilinearBackward(gradOutput, height, width, alignment);
        Expect.tensor("", expected, resizing.resizeBilinearBackward(gradOutput, height, width, alignment), TOLERANCE);
    }

    /// The gradient is the transposed matrix exactly if `⟨Rx, g⟩ = ⟨x, Rᵀg⟩` for every x and g.
    private static void innerProducts(Resizing resizing, Tensor x, Tensor g, String alignment) {
        Tensor gradInput = resizing.resizeBilinearBackward(g, x.shape().h(), x.shape().w(), alignment);
        Expect.shape("", x.shape(), gradInput);
        double expected = dot(ORACLE.resizeBilinear(x, g.shape().h(), g.shape().w(), alignment), g);
        Expect.real("sum of x·gradInput", expected, dot(x, gradInput), TOLERANCE);
    }

    private static double dot(Tensor a, Tensor b) {
        return DoubleTensor.of(a).dot(DoubleTensor.of(b));
    }

    private static Tensor uniform(RandomGenerator random, Shape shape, double from, double to) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(from, to);
        return Tensor.of(shape, values);
    }
}
