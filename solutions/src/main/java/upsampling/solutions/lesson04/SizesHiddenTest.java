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
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 4 that ask for a size or a place, part by part beside the public ones: inputs come from the seed, expected
/// values from the alternative solution (a mutant of the reference must not be compared with itself). {@link TransposedHiddenTest} and
/// {@link GradientsHiddenTest} have the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed, and as a wrong number rather than as an exception.
@ExtendWith(SubjectExtension.class)
@DisplayName("Sizes and places of transposed convolution, drawn from a seed")
public class SizesHiddenTest {
    private static final int DRAWS = 6;
    /// An answer may compute in float32.
    private static final double TOLERANCE = 1e-6;
    private static final TransposedConvolution ORACLE = new Alternative();

    @Test
    @Task("4.1")
    @Part("double")
    @Part("outputPadding")
    @Part("odd")
    @Part("dilation")
    @Part("dilationPadding")
    @Part("outputPaddingTooLarge")
    @Part("outputPaddingNegative")
    @Part("empty")
    @DisplayName("counts the cells of any output")
    void countsTheCells(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("double", () -> {
            RandomGenerator random = seed.random("double");
            for (int draw = 0; draw < DRAWS; draw++) size(answer, random.nextInt(5, 20), exactly(random), 0);
        });
        parts.check("outputPadding", () -> {
            RandomGenerator random = seed.random("outputPadding");
            for (int draw = 0; draw < DRAWS; draw++) {
                int stride = random.nextInt(2, 5);
                size(answer, random.nextInt(5, 20), new Window(random.nextInt(3, 6), stride, random.nextInt(1, 3), 1), random.nextInt(1, stride));
            }
        });
        parts.check("odd", () -> {
            RandomGenerator random = seed.random("odd");
            for (int draw = 0; draw < DRAWS; draw++) {
                int padding = random.nextInt(1, 4);
                size(answer, random.nextInt(5, 20), new Window(2 * padding + 1, random.nextInt(2, 5), padding, 1), 0);
            }
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            for (int draw = 0; draw < DRAWS; draw++) {
                size(answer, random.nextInt(5, 20), new Window(random.nextInt(2, 6), random.nextInt(1, 5), 0, random.nextInt(2, 5)), 0);
            }
        });
        parts.check("dilationPadding", () -> {
            RandomGenerator random = seed.random("dilationPadding");
            for (int stride = 1; stride <= 3; stride++) {
                int dilation = stride + random.nextInt(2, 5);
                size(answer, random.nextInt(2, 9), new Window(random.nextInt(2, 5), stride, 0, dilation), random.nextInt(stride, dilation));
            }
        });
        parts.check("outputPaddingTooLarge", () -> {
            RandomGenerator random = seed.random("outputPaddingTooLarge");
            for (int draw = 0; draw < DRAWS; draw++) {
                Window window = new Window(3, random.nextInt(1, 4), 1, random.nextInt(1, 4));
                int least = Math.max(window.stride(), window.dilation());
                refusal(() -> answer.outputSize(6, window, least));
                refusal(() -> answer.outputSize(6, window, least + random.nextInt(1, 4)));
            }
        });
        parts.check("outputPaddingNegative", () -> {
            RandomGenerator random = seed.random("outputPaddingNegative");
            refusal(() -> answer.outputSize(random.nextInt(5, 20), exactly(random), -random.nextInt(1, 4)));
        });
        parts.check("empty", () -> {
            int kernel = seed.random("empty").nextInt(2, 5);
            refusal(() -> answer.outputSize(1, Window.of(kernel).withPadding(kernel), 0));
            refusal(() -> answer.outputSize(1, Window.of(2 * kernel).withPadding(kernel), 0));
            size(answer, 1, Window.of(2 * kernel + 1).withPadding(kernel), 0);
            size(answer, 1, Window.of(2 * kernel).withPadding(kernel).withStride(2), 1); // 0 cells and one more
        });
    }

    @Test
    @Task("4.2")
    @Part("least")
    @Part("next")
    @Part("stride3")
    @Part("tooSmall")
    @Part("tooLarge")
    @Part("padding")
    @Part("dilation")
    @Part("dilationAboveStride")
    @Part("empty")
    @DisplayName("chooses among any sizes that share one code")
    void choosesTheOutputPadding(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("least", () -> {
            RandomGenerator random = seed.random("least");
            choice(answer, random.nextInt(3, 20), new Window(3, random.nextInt(2, 6), 1, 1), 0); // one more than a multiple of the stride
        });
        parts.check("next", () -> {
            RandomGenerator random = seed.random("next");
            choice(answer, random.nextInt(3, 20), new Window(random.nextInt(3, 6), random.nextInt(2, 6), 1, 1), 1);
        });
        parts.check("stride3", () -> {
            RandomGenerator random = seed.random("stride3");
            int stride = random.nextInt(3, 6);
            for (int more = 0; more < stride; more++) choice(answer, random.nextInt(3, 20), new Window(random.nextInt(3, 6), stride, 0, 1), more);
        });
        parts.check("tooSmall", () -> {
            RandomGenerator random = seed.random("tooSmall");
            Window window = new Window(random.nextInt(3, 6), random.nextInt(2, 6), 1, 1);
            refusedChoice(answer, random.nextInt(5, 20), window, -1);
            refusedChoice(answer, random.nextInt(5, 20), window, -random.nextInt(2, 5));
        });
        parts.check("tooLarge", () -> {
            RandomGenerator random = seed.random("tooLarge");
            Window window = new Window(random.nextInt(3, 6), random.nextInt(2, 6), 1, 1);
            refusedChoice(answer, random.nextInt(3, 20), window, window.stride());
            refusedChoice(answer, random.nextInt(3, 20), window, window.stride() + random.nextInt(1, 5));
        });
        parts.check("padding", () -> {
            RandomGenerator random = seed.random("padding");
            int stride = random.nextInt(6, 10); // so that a least size with +2p, four cells more, still is not above the wanted one
            choice(answer, random.nextInt(2, 9), new Window(3, stride, 1, 1), stride - 1);
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            int stride = random.nextInt(3, 7); // so that a least size without dilation, two cells less, still has the wanted one in its range
            for (int more = 0; more < stride; more += 2) choice(answer, random.nextInt(2, 9), new Window(3, stride, 0, 2), more);
        });
        parts.check("dilationAboveStride", () -> {
            RandomGenerator random = seed.random("dilationAboveStride");
            for (int stride = 1; stride <= 3; stride++) {
                Window window = new Window(random.nextInt(2, 5), stride, 0, stride + random.nextInt(1, 4));
                choice(answer, random.nextInt(2, 9), window, stride - 1);
                refusedChoice(answer, random.nextInt(2, 9), window, stride);
            }
        });
        parts.check("empty", () -> {
            RandomGenerator random = seed.random("empty");
            int padding = random.nextInt(1, 4);
            Window window = new Window(1, 2 * padding + random.nextInt(2, 5), padding, 1); // the least size is 1 - 2p
            Expect.number("", 2 * padding, answer.outputPaddingFor(1, 1, window));
            refusal(() -> answer.outputPaddingFor(1, 0, window));
            refusal(() -> answer.outputPaddingFor(1, 1 - 2 * padding, window));
        });
    }

    @Test
    @Task("4.5")
    @Part("four")
    @Part("three")
    @Part("two")
    @Part("six")
    @Part("same")
    @Part("dilation")
    @Part("five")
    @DisplayName("says how far any pixel lands from its place")
    void saysWhereAPixelLands(TransposedConvolution answer, Parts parts, Seed seed) {
        parts.check("four", () -> offset(answer, exactly(seed.random("four"))));
        parts.check("three", () -> {
            RandomGenerator random = seed.random("three");
            for (int draw = 0; draw < DRAWS; draw++) { // an odd kernel and an even stride: half a cell
                offset(answer, new Window(2 * random.nextInt(1, 4) + 1, 2 * random.nextInt(1, 3), random.nextInt(0, 4), 1));
            }
        });
        parts.check("two", () -> {
            int stride = seed.random("two").nextInt(2, 6);
            offset(answer, Window.of(stride).withStride(stride));
        });
        parts.check("six", () -> {
            int stride = seed.random("six").nextInt(2, 5);
            offset(answer, Window.of(3 * stride).withStride(stride).withPadding(stride));
        });
        parts.check("same", () -> {
            int padding = seed.random("same").nextInt(1, 5);
            offset(answer, Window.of(2 * padding + 1).withPadding(padding));
        });
        parts.check("dilation", () -> {
            RandomGenerator random = seed.random("dilation");
            for (int draw = 0; draw < DRAWS; draw++) {
                offset(answer, new Window(random.nextInt(2, 6), random.nextInt(1, 5), random.nextInt(0, 3), random.nextInt(2, 4)));
            }
        });
        parts.check("five", () -> {
            RandomGenerator random = seed.random("five");
            int stride = random.nextInt(2, 5);
            offset(answer, Window.of(stride + random.nextInt(2, 5)).withStride(stride));
        });
    }

    /// A window that makes the picture exactly as many times as large as its stride says: `k - 2p = s`.
    private static Window exactly(RandomGenerator random) {
        int stride = random.nextInt(2, 5);
        int padding = random.nextInt(1, 4);
        return new Window(stride + 2 * padding, stride, padding, 1);
    }

    private static void size(TransposedConvolution answer, int size, Window window, int outputPadding) {
        Expect.number("", ORACLE.outputSize(size, window, outputPadding), answer.outputSize(size, window, outputPadding));
    }

    private static void choice(TransposedConvolution answer, int size, Window window, int outputPadding) {
        int wanted = ORACLE.outputSize(size, window, 0) + outputPadding;
        Expect.number("", outputPadding, answer.outputPaddingFor(size, wanted, window));
    }

    private static void refusedChoice(TransposedConvolution answer, int size, Window window, int outputPadding) {
        int wanted = ORACLE.outputSize(size, window, 0) + outputPadding;
        refusal(() -> answer.outputPaddingFor(size, wanted, window));
    }

    private static void offset(TransposedConvolution answer, Window window) {
        Expect.real("", ORACLE.alignmentOffset(window), answer.alignmentOffset(window), TOLERANCE);
    }

    private static void refusal(Expect.NumberCall call) {
        Expect.refusal("", IllegalArgumentException.class, call);
    }
}
