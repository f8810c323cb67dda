package upsampling.solutions.lesson01;

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
import upsampling.tasks.Pooling.ReceptiveField;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 1 that count: sizes, costs, receptive fields. {@link PoolingHiddenTest} has the others, and says where the
/// expected values come from.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: a window that starts where the input ends, a product
/// beyond `int`. Where only some inputs show it, inputs that always do come first and any others after them.
@ExtendWith(SubjectExtension.class)
@DisplayName("Counting for pooling, drawn from a seed")
public class CountingHiddenTest {
    private static final int DRAWS = 6;
    private static final Pooling ORACLE = new Alternative();

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
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            sizes(pooling, random, false, CountingHiddenTest::partlyFitting);
            sizes(pooling, random, false, _ ->
                new Axis(random.nextInt(5, 40), Window.of(random.nextInt(4, 7)).withStride(random.nextInt(1, 4)).withPadding(random.nextInt(1, 3))));
        });
        parts.check("bothSides", () -> sizes(pooling, seed.random("bothSides"), false, random ->
            new Axis(random.nextInt(5, 40), Window.of(random.nextInt(2, 6)).withPadding(random.nextInt(1, 3)))));
        parts.check("lastWindow", () -> sizes(pooling, seed.random("lastWindow"), true, random -> {
            int stride = random.nextInt(2, 5);
            return new Axis(stride * random.nextInt(1, 6), Window.of(1).withStride(stride));
        }));
        parts.check("lastWindowPadded", () -> sizes(pooling, seed.random("lastWindowPadded"), true, random ->
            new Axis(3 * random.nextInt(1, 8) + random.nextInt(1, 3), Window.of(2).withStride(3).withPadding(1))));
        parts.check("ceil", () -> {
            RandomGenerator random = seed.random("ceil");
            sizes(pooling, random, true, CountingHiddenTest::partlyFitting);
            sizes(pooling, random, true, CountingHiddenTest::justFitting);
            sizes(pooling, random, true, _ ->
                new Axis(random.nextInt(6, 40), Window.of(random.nextInt(2, 6)).withStride(random.nextInt(2, 5)).withPadding(1)));
        });
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

    /// One axis and a window for it.
    private record Axis(int size, Window window) { }

    private interface Draw {
        Axis from(RandomGenerator random);
    }

    /// Beyond the last window 1 to p cells are left, fewer than s. With `k >= s + p` a further window, which fits only partly, starts inside the input, so
    /// rounding up always counts it. Without padding there is room for 2p cells less, more than are left, so a window is always missing, rounded down or up.
    private static Axis partlyFitting(RandomGenerator random) {
        int stride = random.nextInt(2, 5);
        int padding = random.nextInt(1, 3);
        int rest = 1 + random.nextInt(Math.min(padding, stride - 1));
        return leaving(rest, stride, padding, stride + padding + random.nextInt(3), random);
    }

    /// Nothing is left beyond the last window. With `k > s + p` a further window starts inside the input, so whoever rounds up too far always counts it.
    private static Axis justFitting(RandomGenerator random) {
        int stride = random.nextInt(2, 5);
        int padding = random.nextInt(1, 3);
        return leaving(0, stride, padding, stride + padding + 1 + random.nextInt(3), random);
    }

    /// Returns the axis on which a window can move `s*steps + rest` cells: so many steps that one fits without padding too, and an answer that forgets the
    /// padding gives a wrong number instead of a refusal.
    private static Axis leaving(int rest, int stride, int padding, int kernel, RandomGenerator random) {
        int steps = random.nextInt(4, 12);
        return new Axis(steps * stride + rest + kernel - 2 * padding, Window.of(kernel).withStride(stride).withPadding(padding));
    }

    private static void sizes(Pooling pooling, RandomGenerator random, boolean ceilMode, Draw draw) {
        for (int i = 0; i < DRAWS; i++) {
            Axis axis = draw.from(random);
            Expect.number("", ORACLE.outputSize(axis.size(), axis.window(), ceilMode), pooling.outputSize(axis.size(), axis.window(), ceilMode));
        }
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
}
