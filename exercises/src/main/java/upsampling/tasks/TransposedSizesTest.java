package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tensor.Window;

/// The public tests of the tasks of lesson 4 that ask for a size or a place on one axis. They run on any {@link TransposedConvolution}: an answer, a
/// notebook cell, the reference solution. {@link TransposedConvolutionTest} and {@link TransposedGradientsTest} have the others.
///
/// The expected numbers are small enough to be checked by hand; the sizes agree with PyTorch 2.15:
/// ```
/// F.conv_transpose1d(torch.ones(1, 1, size), torch.ones(1, 1, k), stride=s, padding=p, dilation=d, output_padding=op).shape[2]
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Sizes and places of transposed convolution")
public class TransposedSizesTest {
    /// An answer may compute in float32.
    private static final double TOLERANCE = 1e-6;

    @Test
    @Task("4.1")
    @Points(2)
    @DisplayName("counts the cells of the output")
    @Part(value = "double", hint = "k4 s2 p1: where do the stamps of the first and of the last cell end, and what does padding take away?")
    @Part(value = "outputPadding", hint = "How many cells do the stamps cover, how many does padding remove, how many does output padding add?")
    @Part(value = "odd", hint = "6 cells, stride 2: how many steps lie between the first and the last stamp?")
    @Part(value = "dilation", hint = "How many cells does one stamp span when its taps lie 2 apart?")
    @Part(value = "dilationPadding", hint = "Stride 1, dilation 3: is an output padding of 2 smaller than one of the two?")
    @Part(value = "outputPaddingTooLarge", hint = "An output padding of 2 with stride 2 and dilation 1: what should the answer do?")
    @Part(value = "outputPaddingNegative", hint = "An output padding of −1: what should the answer do?")
    @Part(value = "empty", hint = "Padding removes every cell there is: what should the answer do?")
    @Hint(id = "ignoresDilation", text = "The stamp is d(k−1)+1 wide.")
    @Hint(id = "addsPadding", text = "Padding of the forward convolution crops here: subtract 2p.")
    @Hint(id = "outputPaddingTwice", text = "op lengthens one side.")
    @Hint(id = "anyOutputPadding", text = "op must be smaller than stride or dilation, and not negative: more would not invert any convolution.")
    @Hint(id = "paddingOnce", text = "Padding removes p cells on each of the two sides: subtract 2p.")
    @Hint(id = "forwardSize", text = "This is the size of the ordinary convolution; here every input cell paints a stamp, and the axis grows.")
    @Hint(id = "strideTimesSize", text = "Between n stamps there are n−1 steps: s(n−1), not s·n.")
    @Hint(id = "alwaysTimesStride", text = "s·n is right only where d(k−1)+1 − 2p + op = s; kernel and padding count too.")
    @Hint(id = "dilationTimesKernel", text = "k taps have k−1 gaps: the stamp is d(k−1)+1 wide, not d·k.")
    @Hint(id = "anySize", text = "A size below 1 is an error: throw an IllegalArgumentException instead of returning it.")
    @Hint(id = "allowsEqual", text = "op must be *smaller* than the larger of stride and dilation; equal is already too large.")
    void countsTheCells(TransposedConvolution answer, Parts parts) {
        Window three = Window.of(3).withStride(2).withPadding(1);
        Window wide = Window.of(3).withDilation(3);
        parts.check("double", () -> Expect.number("", 8, answer.outputSize(4, Window.of(4).withStride(2).withPadding(1), 0)));
        parts.check("outputPadding", () -> Expect.number("", 6, answer.outputSize(3, three, 1)));
        parts.check("odd", () -> Expect.number("", 11, answer.outputSize(6, three, 0)));
        parts.check("dilation", () -> Expect.number("", 13, answer.outputSize(5, Window.of(3).withStride(2).withDilation(2), 0)));
        parts.check("dilationPadding", () -> Expect.number("", 13, answer.outputSize(5, wide, 2)));
        parts.check("outputPaddingTooLarge", () -> {
            refusal(() -> answer.outputSize(6, three, 2));
            refusal(() -> answer.outputSize(5, wide, 3));
        });
        parts.check("outputPaddingNegative", () -> refusal(() -> answer.outputSize(6, three, -1)));
        parts.check("empty", () -> {
            refusal(() -> answer.outputSize(1, Window.of(1).withPadding(1), 0));
            refusal(() -> answer.outputSize(1, Window.of(2).withPadding(1), 0));
            Expect.number("", 1, answer.outputSize(1, Window.of(3).withPadding(1), 0));
        });
    }

    @Test
    @Task("4.2")
    @Points(2)
    @DisplayName("chooses among the sizes that share one code")
    @Part(value = "least", hint = "11 is the size without output padding: how much must be added to it?")
    @Part(value = "next", hint = "Which sizes become 6 cells under k3 s2 p1, and which of them is 12?")
    @Part(value = "stride3", hint = "How many sizes become 3 cells when the stride is 3?")
    @Part(value = "tooSmall", hint = "A size below the least one: what should the answer do?")
    @Part(value = "tooLarge", hint = "A size that is s cells or more above the least one: what should the answer do?")
    @Part(value = "padding", hint = "Does padding make the least size larger or smaller?")
    @Part(value = "dilation", hint = "How many cells does one stamp span when its taps lie 2 apart?")
    @Part(value = "dilationAboveStride", hint = "Stride 1: how many sizes become 3 cells, whatever the dilation is?")
    @Part(value = "empty", hint = "The padding is so large that the least size is −1: which sizes are left?")
    @Hint(id = "unchecked", text = "Only s sizes share one code: every other size is an error.")
    @Hint(id = "moduloOfWanted", text = "Compare with the smallest size, not with a multiple of the stride.")
    @Hint(id = "acceptsSmaller", text = "Output padding only adds cells: a size below the least one is an error.")
    @Hint(id = "acceptsLarger", text = "From the least size + s on, the convolution would give one cell more: that is an error.")
    @Hint(id = "asManyAsDilation", text = "Dilation makes a larger op legal, but only s sizes in a row become the same number of cells.")
    @Hint(id = "ignoresDilation", text = "The least size has the stamp in it, and the stamp is d(k−1)+1 wide.")
    @Hint(id = "addsPadding", text = "Padding crops: the least size has −2p in it.")
    @Hint(id = "acceptsBelowOne", text = "A picture has at least one cell: refuse a wanted size below 1, even where the least size lies below it.")
    void choosesTheOutputPadding(TransposedConvolution answer, Parts parts) {
        Window two = Window.of(3).withStride(2).withPadding(1);
        Window three = Window.of(3).withStride(3);
        Window far = Window.of(2).withDilation(3);
        Window cropped = Window.of(1).withStride(4).withPadding(1);
        parts.check("least", () -> Expect.number("", 0, answer.outputPaddingFor(6, 11, two)));
        parts.check("next", () -> Expect.number("", 1, answer.outputPaddingFor(6, 12, two)));
        parts.check("stride3", () -> {
            for (int more = 0; more < 3; more++) Expect.number("", more, answer.outputPaddingFor(3, 9 + more, three));
        });
        parts.check("tooSmall", () -> {
            refusal(() -> answer.outputPaddingFor(6, 10, two));
            refusal(() -> answer.outputPaddingFor(3, 8, three));
        });
        parts.check("tooLarge", () -> {
            refusal(() -> answer.outputPaddingFor(6, 13, two));
            refusal(() -> answer.outputPaddingFor(3, 12, three));
        });
        parts.check("padding", () -> Expect.number("", 8, answer.outputPaddingFor(2, 18, Window.of(3).withStride(9).withPadding(1))));
        parts.check("dilation", () -> {
            Window dilated = Window.of(3).withStride(4).withDilation(2);
            Expect.number("", 0, answer.outputPaddingFor(5, 21, dilated));
            Expect.number("", 3, answer.outputPaddingFor(5, 24, dilated));
        });
        parts.check("dilationAboveStride", () -> {
            Expect.number("", 0, answer.outputPaddingFor(3, 6, far));
            refusal(() -> answer.outputPaddingFor(3, 7, far));
        });
        parts.check("empty", () -> {
            Expect.number("", 2, answer.outputPaddingFor(1, 1, cropped));
            refusal(() -> answer.outputPaddingFor(1, 0, cropped));
        });
    }

    @Test
    @Task("4.5")
    @Points(4)
    @DisplayName("says how far a pixel lands from its place")
    @Part(value = "four", hint = "k4 s2 p1: which places does the stamp of cell 0 cover before padding, and which after it?")
    @Part(value = "three", hint = "k3 s2 p1: the stamp has one tap in the middle; where is it, and where is the middle of the cells 0 and 1?")
    @Part(value = "two", hint = "k2 s2: the stamp covers exactly the cells that belong to the input cell; how far apart are their middles?")
    @Part(value = "six", hint = "k6 s2 p2: how far does padding move the stamp?")
    @Part(value = "same", hint = "k3 s1 p1 gives as many cells as there were: does the picture move?")
    @Part(value = "dilation", hint = "How many cells lie between the first and the last tap when the dilation is 2?")
    @Part(value = "five", hint = "k5 s3: where is the middle of the stamp, and where is the middle of the cells 0, 1 and 2?")
    @Hint(id = "integerDivision", text = "(k−1)/2 and (s−1)/2 may be half a pixel: compute in double.")
    @Hint(id = "forgetsTargetCentre", text = "The target of input i is the centre of its s output cells, (s−1)/2 behind the first of them.")
    @Hint(id = "reversedSign", text = "The offset is landing − target: it is negative when the picture moves towards the beginning.")
    @Hint(id = "ignoresDilation", text = "The middle of the stamp lies d(k−1)/2 behind its first tap.")
    @Hint(id = "inInputPixels", text = "The offset is counted in output cells: do not divide by the stride.")
    @Hint(id = "addsPadding", text = "Padding removes cells in front, so every stamp moves p cells towards the beginning: subtract p.")
    @Hint(id = "kernelOverTwo", text = "Between k taps there are k−1 steps: the middle lies (k−1)/2 behind the first tap, not k/2.")
    @Hint(id = "strideOverTwo", text = "Between s cells there are s−1 steps: their middle lies (s−1)/2 behind the first one, not s/2.")
    void saysWhereAPixelLands(TransposedConvolution answer, Parts parts) {
        Window three = Window.of(3).withStride(2).withPadding(1);
        parts.check("four", () -> offset(answer, 0, Window.of(4).withStride(2).withPadding(1)));
        parts.check("three", () -> offset(answer, -0.5, three));
        parts.check("two", () -> offset(answer, 0, Window.of(2).withStride(2)));
        parts.check("six", () -> offset(answer, 0, Window.of(6).withStride(2).withPadding(2)));
        parts.check("same", () -> offset(answer, 0, Window.of(3).withPadding(1)));
        parts.check("dilation", () -> offset(answer, 0.5, three.withDilation(2)));
        parts.check("five", () -> offset(answer, 1, Window.of(5).withStride(3)));
    }

    private static void offset(TransposedConvolution answer, double expected, Window window) {
        Expect.real("", expected, answer.alignmentOffset(window), TOLERANCE);
    }

    private static void refusal(Expect.NumberCall call) {
        Expect.refusal("", IllegalArgumentException.class, call);
    }
}
