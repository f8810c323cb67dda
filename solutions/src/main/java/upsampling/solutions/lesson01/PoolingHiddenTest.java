package upsampling.solutions.lesson01;

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
import upsampling.tasks.Pooling;
import upsampling.tasks.Pooling.Pooled;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 1 that compute tensors, part by part beside the public ones: inputs come from the seed, expected values
/// from the alternative solution (a mutant of the reference must not be compared with itself). {@link CountingHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: negative values at a border, a size that ceil mode
/// overshoots, more rows than columns and the other way round.
@ExtendWith(SubjectExtension.class)
@DisplayName("Pooling, drawn from a seed")
public class PoolingHiddenTest {
    private static final double MEAN_TOLERANCE = 1e-5;
    private static final Pooling ORACLE = new Alternative();

    @Test
    @Task("1.2")
    @Part("example")
    @Part("rectangle")
    @Part("border")
    @Part("minusInfinity")
    @Part("ties")
    @Part("dilation")
    @Part("nan")
    @Part("lastNaN")
    @Part("planes")
    @Part("batch")
    @DisplayName("keeps the strongest value of each window of any input")
    void keepsTheStrongest(Pooling pooling, Parts parts, Seed seed) {
        parts.check("example", () -> {
            RandomGenerator random = seed.random("example");
            Tensor x = uniform(random, Shape.plane(2 * random.nextInt(2, 5), 2 * random.nextInt(5, 8)), -1, 1);
            pooled(pooling, x, Window.of(2).withStride(2));
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int shorter = random.nextInt(2, 5);
            int longer = shorter + random.nextInt(2, 5);
            pooled(pooling, uniform(random, Shape.plane(shorter, longer), -1, 1), Window.of(2));
            pooled(pooling, uniform(random, Shape.plane(longer, shorter), -1, 1), Window.of(2));
        });
        parts.check("border", () -> {
            RandomGenerator random = seed.random("border");
            for (int kernel = 2; kernel <= 3; kernel++) {
                Tensor x = uniform(random, Shape.plane(random.nextInt(3, 7), random.nextInt(7, 10)), -2, -1);
                pooled(pooling, x, Window.of(kernel).withStride(2).withPadding(1));
            }
        });
        parts.check("minusInfinity", () -> {
            RandomGenerator random = seed.random("minusInfinity");
            Shape shape = Shape.plane(random.nextInt(3, 6), random.nextInt(6, 9));
            float[] nothing = new float[shape.size()];
            Arrays.fill(nothing, Float.NEGATIVE_INFINITY);
            pooled(pooling, Tensor.of(shape, nothing), Window.of(3).withStride(2).withPadding(1));
        });
        parts.check("ties", () -> {
            RandomGenerator random = seed.random("ties");
            Shape shape = Shape.plane(random.nextInt(4, 7), random.nextInt(7, 10));
            float[] equal = new float[shape.size()];
            Arrays.fill(equal, random.nextInt(-5, 6));
            pooled(pooling, Tensor.of(shape, equal), Window.of(random.nextInt(2, 4)).withStride(2));
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            Shape shape = Shape.plane(random.nextInt(5, 8), random.nextInt(8, 11));
            float[] falling = new float[shape.size()];
            for (int i = 1; i < falling.length; i++) falling[i] = falling[i - 1] - random.nextInt(1, 4);
            pooled(pooling, Tensor.of(shape, falling), Window.of(3).withPadding(1).withDilation(2));
        });
        parts.check("nan", () -> {
            RandomGenerator random = seed.random("nan");
            Shape shape = Shape.plane(5, 7); // every cell lies in a window, so each NaN must win somewhere
            float[] values = uniform(random, shape, -1, 1).toArray();
            for (int hole = 0; hole < 12; hole++) values[random.nextInt(values.length)] = Float.NaN;
            pooled(pooling, Tensor.of(shape, values), Window.of(3).withStride(2));
        });
        parts.check("lastNaN", () -> {
            RandomGenerator random = seed.random("lastNaN");
            Shape shape = Shape.plane(4, 6);
            float[] values = uniform(random, shape, -1, 1).toArray();
            for (int h = 0; h < shape.h(); h++) {
                for (int w = 0; w < shape.w(); w += 2) values[h * shape.w() + w] = Float.NaN; // two in each window of 2x2
            }
            pooled(pooling, Tensor.of(shape, values), Window.of(2).withStride(2));
        });
        parts.check("planes", () -> {
            RandomGenerator random = seed.random("planes");
            pooled(pooling, uniform(random, Shape.of(1, 3, 4, 6), -1, 1), Window.of(2).withStride(2));
        });
        parts.check("batch", () -> {
            RandomGenerator random = seed.random("batch");
            pooled(pooling, uniform(random, Shape.of(3, 2, 4, 6), -1, 1), Window.of(2).withStride(2));
        });
    }

    @Test
    @Task("1.3")
    @Part("exclude")
    @Part("include")
    @Part("ceil")
    @Part("ceilPadded")
    @Part("rectangle")
    @Part("planes")
    @DisplayName("averages each window of any input")
    void averagesEachWindow(Pooling pooling, Parts parts, Seed seed) {
        Window padded = Window.of(3).withStride(2).withPadding(1);
        parts.check("exclude", () -> averaged(pooling, seed.random("exclude"), padded, false, false));
        parts.check("include", () -> averaged(pooling, seed.random("include"), padded, false, true));
        parts.check("ceil", () -> averaged(pooling, seed.random("ceil"), padded.withPadding(0), true, true));
        parts.check("ceilPadded", () -> averaged(pooling, seed.random("ceilPadded"), padded, true, true));
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int shorter = random.nextInt(2, 5);
            int longer = shorter + random.nextInt(2, 5);
            averaged(pooling, uniform(random, Shape.plane(shorter, longer), 1, 2), Window.of(2), false, false);
            averaged(pooling, uniform(random, Shape.plane(longer, shorter), 1, 2), Window.of(2), false, false);
        });
        parts.check("planes", () -> averaged(pooling, seed.random("planes"), Window.of(2).withStride(2), false, true));
    }

    @Test
    @Task("1.6")
    @Part("overlap")
    @Part("planes")
    @Part("batch")
    @DisplayName("sends each gradient to the cell that won, in any tensor")
    void sendsGradientsBack(Pooling pooling, Parts parts, Seed seed) {
        parts.check("overlap", () -> backward(pooling, seed.random("overlap"), Shape.of(1, 1, 3, 4), 3, 3));
        parts.check("planes", () -> backward(pooling, seed.random("planes"), Shape.of(1, 3, 2, 3), 4, 6));
        parts.check("batch", () -> backward(pooling, seed.random("batch"), Shape.of(3, 2, 2, 3), 4, 6));
    }

    private static void pooled(Pooling pooling, Tensor x, Window window) {
        Pooled expected = ORACLE.maxPool2d(x, window);
        Pooled actual = pooling.maxPool2d(x, window);
        Expect.present("", actual);
        Expect.tensor("values", expected.values(), actual.values(), 0);
        Expect.indices("indices", expected.values().shape(), expected.indices(), actual.indices());
    }

    /// Even sizes: with a kernel of 3 and a stride of 2 a ceil-mode window then reaches beyond the padding.
    private static void averaged(Pooling pooling, RandomGenerator random, Window window, boolean ceilMode, boolean countIncludePad) {
        Tensor x = uniform(random, Shape.of(2, 2, 2 * random.nextInt(2, 4), 2 * random.nextInt(4, 6)), 1, 2);
        averaged(pooling, x, window, ceilMode, countIncludePad);
    }

    private static void averaged(Pooling pooling, Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Tensor expected = ORACLE.avgPool2d(x, window, ceilMode, countIncludePad);
        Expect.tensor("", expected, pooling.avgPool2d(x, window, ceilMode, countIncludePad), MEAN_TOLERANCE);
    }

    /// Every index lies in the first two cells of its plane, so that some windows always share a cell.
    private static void backward(Pooling pooling, RandomGenerator random, Shape out, int height, int width) {
        float[] gradients = new float[out.size()];
        int[] indices = new int[out.size()];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = random.nextInt(1, 10);
            indices[i] = random.nextInt(2);
        }
        Tensor gradOutput = Tensor.of(out, gradients);
        Expect.tensor("", ORACLE.maxPool2dBackward(gradOutput, indices, height, width),
            pooling.maxPool2dBackward(gradOutput, indices, height, width), 0);
    }

    private static Tensor uniform(RandomGenerator random, Shape shape, double from, double to) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(from, to);
        return Tensor.of(shape, values);
    }
}
