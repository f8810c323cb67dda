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
import upsampling.tasks.Pooling.ReceptiveField;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of lesson 1, part by part beside the public ones: inputs come from the seed, expected values from the reference solution.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: a size that ceil mode overshoots, negative values at a
/// border, a product beyond `int`.
@ExtendWith(SubjectExtension.class)
@DisplayName("Pooling, drawn from a seed")
public class PoolingHiddenTest {
    private static final int DRAWS = 6;
    private static final double MEAN_TOLERANCE = 1e-5;
    private static final Pooling ORACLE = new Reference();

    @Test
    @Task("1.1")
    @Part("stride")
    @Part("dilation")
    @Part("padding")
    @Part("bothSides")
    @Part("lastWindow")
    @Part("lastWindowPadded")
    @Part("ceil")
    @Part("refusal")
    @DisplayName("counts the windows along any axis")
    void countsWindows(Pooling pooling, Parts parts, Seed seed) {
        parts.check("stride", () -> sizes(pooling, seed.random("stride"), false, random ->
            new Axis(random.nextInt(5, 40), Window.of(random.nextInt(1, 5)).withStride(random.nextInt(2, 5)))));
        parts.check("dilation", () -> sizes(pooling, seed.random("dilation"), false, random -> {
            Window window = Window.of(random.nextInt(2, 5)).withDilation(random.nextInt(2, 4));
            return new Axis(window.effectiveKernel() + random.nextInt(6), window);
        }));
        parts.check("padding", () -> sizes(pooling, seed.random("padding"), false, random ->
            new Axis(random.nextInt(5, 40), Window.of(random.nextInt(4, 7)).withStride(random.nextInt(1, 4)).withPadding(random.nextInt(1, 3)))));
        parts.check("bothSides", () -> sizes(pooling, seed.random("bothSides"), false, random ->
            new Axis(random.nextInt(5, 40), Window.of(random.nextInt(2, 6)).withPadding(random.nextInt(1, 3)))));
        parts.check("lastWindow", () -> sizes(pooling, seed.random("lastWindow"), true, random -> {
            int stride = random.nextInt(2, 5);
            return new Axis(stride * random.nextInt(1, 6), Window.of(1).withStride(stride));
        }));
        parts.check("lastWindowPadded", () -> sizes(pooling, seed.random("lastWindowPadded"), true, random ->
            new Axis(3 * random.nextInt(1, 8) + random.nextInt(1, 3), Window.of(2).withStride(3).withPadding(1))));
        parts.check("ceil", () -> sizes(pooling, seed.random("ceil"), true, random ->
            new Axis(random.nextInt(6, 40), Window.of(random.nextInt(2, 6)).withStride(random.nextInt(2, 5)).withPadding(1))));
        parts.check("refusal", () -> {
            RandomGenerator random = seed.random("refusal");
            for (int draw = 0; draw < DRAWS; draw++) {
                int stride = random.nextInt(2, 5);
                Window window = Window.of(random.nextInt(5, 9)).withStride(stride);
                int size = window.kernel() - random.nextInt(1, stride);
                Expect.refusal("", IllegalArgumentException.class, () -> pooling.outputSize(size, window, false));
            }
        });
    }

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
            Shape shape = Shape.plane(6, 8);
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
    @Task("1.4")
    @Part("layer")
    @Part("strided")
    @Part("dilated")
    @Part("large")
    @DisplayName("counts the multiply-accumulates of any convolution")
    void countsMacs(Pooling pooling, Parts parts, Seed seed) {
        parts.check("layer", () -> macs(pooling, seed.random("layer"), 4, 20, Window.of(3)));
        parts.check("strided", () -> macs(pooling, seed.random("strided"), 4, 20, Window.of(3).withStride(2)));
        parts.check("dilated", () -> macs(pooling, seed.random("dilated"), 4, 20, Window.of(3).withDilation(2)));
        parts.check("large", () -> macs(pooling, seed.random("large"), 1000, 3000, Window.of(3)));
    }

    @Test
    @Task("1.5")
    @Part("convPoolConv")
    @Part("unet")
    @Part("dilated")
    @DisplayName("computes what one output cell of any stack sees")
    void computesReceptiveFields(Pooling pooling, Parts parts, Seed seed) {
        parts.check("convPoolConv", () -> {
            RandomGenerator random = seed.random("convPoolConv");
            Window conv = Window.of(random.nextInt(2, 6));
            field(pooling, conv, Window.of(2).withStride(random.nextInt(2, 4)), conv);
        });
        parts.check("unet", () -> {
            RandomGenerator random = seed.random("unet");
            Window[] layers = new Window[3 * random.nextInt(2, 5)];
            for (int i = 0; i < layers.length; i++) layers[i] = i % 3 == 2 ? Window.of(2).withStride(2) : Window.of(random.nextInt(2, 5));
            field(pooling, layers);
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            Window[] layers = new Window[random.nextInt(3, 6)];
            for (int i = 0; i < layers.length; i++) {
                layers[i] = Window.of(random.nextInt(2, 5)).withDilation(random.nextInt(2, 6)).withStride(1 + i % 2);
            }
            field(pooling, layers);
        });
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

    /// One axis and a window for it.
    private record Axis(int size, Window window) { }

    private interface Draw {
        Axis from(RandomGenerator random);
    }

    private static void sizes(Pooling pooling, RandomGenerator random, boolean ceilMode, Draw draw) {
        for (int i = 0; i < DRAWS; i++) {
            Axis axis = draw.from(random);
            Expect.number("", ORACLE.outputSize(axis.size(), axis.window(), ceilMode), pooling.outputSize(axis.size(), axis.window(), ceilMode));
        }
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

    private static void macs(Pooling pooling, RandomGenerator random, int from, int to, Window shape) {
        for (int draw = 0; draw < DRAWS; draw++) {
            int height = random.nextInt(from, to);
            int width = random.nextInt(from, to);
            int in = random.nextInt(from, to);
            int out = random.nextInt(from, to);
            Window window = new Window(random.nextInt(2, 6), shape.stride(), shape.padding(), shape.dilation());
            Expect.number("", ORACLE.convMacs(height, width, in, out, window), pooling.convMacs(height, width, in, out, window));
        }
    }

    private static void field(Pooling pooling, Window... layers) {
        ReceptiveField expected = ORACLE.receptiveField(layers);
        ReceptiveField actual = pooling.receptiveField(layers);
        Expect.present("", actual);
        Expect.number("size", expected.size(), actual.size());
        Expect.number("jump", expected.jump(), actual.jump());
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
