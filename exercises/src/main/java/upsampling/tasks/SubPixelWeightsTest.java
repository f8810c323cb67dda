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
import upsampling.metric.Psv;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.PixelShuffle;
import upsampling.op.Resize;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The public tests of the tasks of lesson 7 about what stands before the shuffle: the weight of a convolution and its biases. {@link SubPixelsTest}
/// has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// filters.repeat_interleave(r * r, 0)                                                                        # 7.4
/// (bias.view(-1, r * r) - bias.view(-1, r * r).mean(1, keepdim=True)).flatten()                              # 7.5
/// F.pixel_unshuffle(weight, r).flip(2, 3).transpose(0, 1)                                                    # 7.6
/// F.pixel_shuffle(F.conv2d(x, subpixel, padding=k // r - 1), r) == F.conv_transpose2d(x, weight, stride=r)   # 7.6
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Weights and biases before a pixel shuffle")
public class SubPixelWeightsTest {
    /// An answer may compute in float32: with numbers up to 20 its results are exact to about 2e-6, whatever the order of the sums.
    private static final double TOLERANCE = 1e-5;
    private static final double[] TWO_CHANNELS = {1, 2, 3, 6, 10, 10, 10, 14};
    private static final Tensor PICTURE = Tensor.of(Shape.of(1, 2, 2, 3), 1, -2, 3, 5, 0, -4, 2, 7, -1, 3, -6, 4);

    @Test
    @Task("7.4")
    @Points(4)
    @DisplayName("gives all sub-pixels of a channel the same filter")
    @Part(value = "one", hint = "Two filters of one weight, r = 2: how many filters are needed, and which of them form one block?")
    @Part(value = "filters", hint = "Two filters of 2x2 weights: what is copied, a weight or a whole filter?")
    @Part(value = "inputs", hint = "One filter that reads two input channels: which axis gets longer, and which stays?")
    @Part(value = "factors", hint = "How many sub-pixels has a block for r = 3, and for r = 1?")
    @Part(value = "nearest", hint = "With a pixel shuffle behind it: does your weight give nearest enlargement of a convolution with the filters?")
    @Part(value = "psv", hint = "Put a pixel shuffle behind a convolution with your filters: are the sub-pixels of every block equal?")
    @Part(value = "refusal", hint = "What should happen with a factor of 0, or with a negative one?")
    @Hint(id = "tiles", text = "Copies of one filter must be neighbours: they become one block.")
    @Hint(id = "scalesDown", text = "Each sub-pixel gets the full filter; nothing is shared out.")
    @Hint(id = "copiesPerAxis", text = "A block has r rows of r cells: r² copies of each filter.")
    @Hint(id = "firstFilterForAll", text = "Each channel of the result has its own filter: output channel o is a copy of filter o / r².")
    @Hint(id = "onlyFirstSubpixel", text = "All r² sub-pixels need the filter; if only one has it, the others stay black, as after zero insertion.")
    @Hint(id = "flipsFilters", text = "A copy is a copy: the filter is not rotated.")
    @Hint(id = "repeatsWeights", text = "Copy a whole filter r² times, not each weight by itself.")
    @Hint(id = "copiesInputs", text = "The convolution makes more channels, it does not read more: the first axis gets longer.")
    @Hint(id = "enlargesFilters", text = "The picture is enlarged, not the filter: kernels keep their size, and there are r² times as many.")
    @Hint(id = "acceptsNegative", text = "r² is positive for a negative r too: check r itself, and throw an IllegalArgumentException.")
    void givesSubPixelsOneFilter(SubPixels answer, Parts parts) {
        Tensor one = column(1, 2);
        Tensor filters = Tensor.of(Shape.of(2, 2, 2, 2), 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8, 9, -7, 9, 3);
        parts.check("one", () -> exact(column(1, 1, 1, 1, 2, 2, 2, 2), answer.icnr(one, 2)));
        parts.check("filters", () -> {
            Tensor copies = Tensor.of(Shape.of(8, 1, 2, 2),
                1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 5, 6, 7, 8, 5, 6, 7, 8, 5, 6, 7, 8);
            exact(copies, answer.icnr(Tensor.of(Shape.of(2, 1, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8), 2));
        });
        parts.check("inputs", () -> exact(Tensor.of(Shape.of(4, 2, 1, 1), 1, 2, 1, 2, 1, 2, 1, 2),
            answer.icnr(Tensor.of(Shape.of(1, 2, 1, 1), 1, 2), 2)));
        parts.check("factors", () -> {
            exact(column(1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2), answer.icnr(one, 3));
            exact(one, answer.icnr(one, 1));
        });
        parts.check("nearest", () -> {
            Tensor enlarged = Resize.nearest().withScale(2).forward(Conv2d.of(2).forward(PICTURE, filters));
            exact(enlarged, shuffled(answer.icnr(filters, 2), filters));
        });
        parts.check("psv", () -> {
            Tensor picture = shuffled(answer.icnr(filters, 2), filters);
            for (int c = 0; c < 2; c++) real("PSV of channel " + c, 0, Psv.of(picture.plane(0, c), 2).variance());
        });
        parts.check("refusal", () -> {
            refused("r = 0", () -> answer.icnr(one, 0));
            refused("r = -2", () -> answer.icnr(one, -2));
        });
    }

    /// Returns what a convolution with the answer's weight makes of the picture, after pixel shuffle with `r = 2`.
    private static Tensor shuffled(Tensor weight, Tensor filters) {
        Shape drawn = filters.shape();
        Expect.shape("weight", Shape.of(4 * drawn.n(), drawn.c(), drawn.h(), drawn.w()), weight);
        return PixelShuffle.of(2).forward(Conv2d.of(2).forward(PICTURE, weight));
    }

    @Test
    @Task("7.5")
    @Points(4)
    @DisplayName("finds the pattern in the biases of sub-pixels")
    @Part(value = "one", hint = "Biases 1, 2, 3, 6: what is their mean, and how far is each of them from it?")
    @Part(value = "two", hint = "Two channels of four sub-pixels: which biases belong together, and what is the mean of each channel?")
    @Part(value = "factors", hint = "How many biases share a mean for r = 3, and for r = 1?")
    @Part(value = "psv", hint = "Is the mean square of a channel's pattern the variance of its four biases?")
    @Part(value = "flat", hint = "All biases of a channel are equal: which pattern is left?")
    @Part(value = "refusal", hint = "What should happen when the biases do not fill whole blocks, or with a factor that is not positive?")
    @Hint(id = "globalMean", text = "A brighter channel is not a pattern: each channel has its own mean.")
    @Hint(id = "dcrGrouping", text = "r² consecutive biases belong together.")
    @Hint(id = "keepsMean", text = "The mean only makes the channel brighter: subtract it.")
    @Hint(id = "reversedSign", text = "Bias minus mean, not mean minus bias: a brighter sub-pixel is positive.")
    @Hint(id = "dividesByFactor", text = "The mean of r² biases: divide their sum by r², not by r.")
    @Hint(id = "normalises", text = "The pattern keeps its strength: do not divide by the standard deviation.")
    @Hint(id = "relative", text = "The pattern is a difference, not a ratio: do not divide by the mean.")
    @Hint(id = "subtractsFirst", text = "Compare with the mean of the block, not with its first cell.")
    @Hint(id = "rowMeans", text = "One mean for the whole block, not one for each of its rows.")
    @Hint(id = "firstMeanForAll", text = "Compute the mean anew for every channel.")
    @Hint(id = "neverResets", text = "Start the sum of every channel at 0.")
    @Hint(id = "dropsRest", text = "Biases that do not fill a block are an error: throw an IllegalArgumentException.")
    @Hint(id = "checksFactorOnly", text = "r² must divide the number of biases, not just r.")
    @Hint(id = "acceptsNegative", text = "r² is positive for a negative r too: check r itself, and throw an IllegalArgumentException.")
    void findsPatternInBiases(SubPixels answer, Parts parts) {
        parts.check("one", () -> pattern(answer.biasPattern(new double[] {1, 2, 3, 6}, 2), -2, -1, 0, 3));
        parts.check("two", () -> pattern(answer.biasPattern(TWO_CHANNELS, 2), -2, -1, 0, 3, -1, -1, -1, 3));
        parts.check("factors", () -> {
            pattern(answer.biasPattern(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 18}, 3), -5, -4, -3, -2, -1, 0, 1, 2, 12);
            pattern(answer.biasPattern(new double[] {5, 7}, 1), 0, 0);
        });
        parts.check("psv", () -> {
            double[] pattern = answer.biasPattern(TWO_CHANNELS, 2);
            if (pattern == null || pattern.length != 8) pattern(pattern, -2, -1, 0, 3, -1, -1, -1, 3);
            real("PSV of channel 0", 3.5, meanSquare(pattern, 0));
            real("PSV of channel 1", 3, meanSquare(pattern, 4));
        });
        parts.check("flat", () -> pattern(answer.biasPattern(new double[] {5, 5, 5, 5, 9, 9, 9, 9}, 2), 0, 0, 0, 0, 0, 0, 0, 0));
        parts.check("refusal", () -> {
            refused("5 biases, r = 2", () -> answer.biasPattern(new double[] {1, 2, 3, 6, 9}, 2));
            refused("6 biases, r = 2", () -> answer.biasPattern(new double[] {1, 2, 3, 6, 9, 9}, 2));
            refused("r = 0", () -> answer.biasPattern(TWO_CHANNELS, 0));
            refused("r = -2", () -> answer.biasPattern(TWO_CHANNELS, -2));
        });
    }

    private static double meanSquare(double[] pattern, int first) {
        double squares = 0;
        for (int i = first; i < first + 4; i++) squares += pattern[i] * pattern[i];
        return squares / 4;
    }

    @Test
    @Task("7.6")
    @Points(4)
    @DisplayName("turns a transposed convolution into a convolution before a shuffle")
    @Part(value = "hand", hint = "Taps 0 to 15 in 4x4, r = 2: which four taps belong to phase (0, 0), and in which order are they read?")
    @Part(value = "channels", hint = "2 input channels, 3 output channels, 2x2 taps: which axis of the result has 12 entries, and which 2?")
    @Part(value = "factors", hint = "Taps 0 to 35 in 6x6, r = 3: how large is the kernel of a phase? And what is left to do with r = 1?")
    @Part(value = "outputs", hint = "With padding m−1 and a pixel shuffle behind it: does your convolution give what the transposed one gives?")
    @Part(value = "refusal", hint = "What should happen with a kernel that is not square or that r does not divide, or with a factor of 0?")
    @Hint(id = "noFlip", text = "Painting becomes correlation with the reversed filter: m−1−u.")
    @Hint(id = "swapsSubpixels", text = "a belongs to rows: r·u + a.")
    @Hint(id = "contiguousBlocks", text = "Filter a takes every r-th tap: r·u + a, not the taps of one block.")
    @Hint(id = "rotatesFirst", text = "Cut first, then rotate each phase by itself: rotating the whole kernel also reverses the order of its phases.")
    @Hint(id = "keepsChannels", text = "A transposed convolution has Cin first, [Cin, Cout, k, k], a convolution has Cout first: swap the channel axes.")
    @Hint(id = "flipsRowsOnly", text = "Both axes are read the other way round: m−1−u and m−1−v.")
    @Hint(id = "transposesTaps", text = "The channel axes are swapped, the axes of the kernel are not: rows stay rows.")
    @Hint(id = "dcrOrder", text = "The pixel shuffle of task 7.1 wants co·r² + a·r + b: the phases of one output channel are neighbours.")
    @Hint(id = "scalesDown", text = "Both are the same function: no tap changes its value.")
    @Hint(id = "firstPhaseOnly", text = "Each phase has taps of its own; with the same taps for all it is nearest enlargement.")
    @Hint(id = "dropsRest", text = "If r does not divide k, the phases differ in size: throw an IllegalArgumentException, do not drop taps.")
    @Hint(id = "acceptsRectangle", text = "Height and width of the kernel must be equal; throw an IllegalArgumentException if they are not.")
    @Hint(id = "roundsUp", text = "The task asks for kernels that r divides: throw an IllegalArgumentException, do not fill up with zeros.")
    void turnsTransposedIntoSubPixel(SubPixels answer, Parts parts) {
        parts.check("hand", () -> exact(Tensor.of(Shape.of(4, 1, 2, 2), 10, 8, 2, 0, 11, 9, 3, 1, 14, 12, 6, 4, 15, 13, 7, 5),
            answer.subpixelFromTransposed(upTo(Shape.plane(4, 4)), 2)));
        parts.check("channels", () -> {
            Tensor swapped = Tensor.of(Shape.of(12, 2, 1, 1),
                0, 12, 1, 13, 2, 14, 3, 15, 4, 16, 5, 17, 6, 18, 7, 19, 8, 20, 9, 21, 10, 22, 11, 23);
            exact(swapped, answer.subpixelFromTransposed(upTo(Shape.of(2, 3, 2, 2)), 2));
        });
        parts.check("factors", () -> {
            Tensor nine = Tensor.of(Shape.of(9, 1, 2, 2), 21, 18, 3, 0, 22, 19, 4, 1, 23, 20, 5, 2,
                27, 24, 9, 6, 28, 25, 10, 7, 29, 26, 11, 8, 33, 30, 15, 12, 34, 31, 16, 13, 35, 32, 17, 14);
            exact(nine, answer.subpixelFromTransposed(upTo(Shape.plane(6, 6)), 3));
            exact(Tensor.image(new double[][] {{3, 2}, {1, 0}}), answer.subpixelFromTransposed(upTo(Shape.plane(2, 2)), 1));
        });
        parts.check("outputs", () -> {
            Tensor weight = upTo(Shape.of(2, 3, 6, 6));
            Tensor painted = ConvTranspose2d.of(6).withStride(2).forward(PICTURE, weight);
            Tensor subpixel = answer.subpixelFromTransposed(weight, 2);
            Expect.shape("weight", Shape.of(12, 2, 3, 3), subpixel);
            Tensor convolved = Conv2d.of(3).withPadding(2).forward(PICTURE, subpixel);
            exact(painted, PixelShuffle.of(2).forward(convolved)); // sums of whole numbers
        });
        parts.check("refusal", () -> {
            refused("k = 1, r = 2", () -> answer.subpixelFromTransposed(upTo(Shape.plane(1, 1)), 2));
            refused("k = 3, r = 2", () -> answer.subpixelFromTransposed(upTo(Shape.plane(3, 3)), 2));
            refused("2x4 taps, r = 2", () -> answer.subpixelFromTransposed(upTo(Shape.plane(2, 4)), 2));
            refused("r = 0", () -> answer.subpixelFromTransposed(upTo(Shape.plane(2, 2)), 0));
            refused("r = -2", () -> answer.subpixelFromTransposed(upTo(Shape.plane(2, 2)), -2));
        });
    }

    /// Filters of one weight each, which read one channel.
    private static Tensor column(float... weights) {
        return Tensor.of(Shape.of(weights.length, 1, 1, 1), weights);
    }

    /// The numbers 0, 1, 2, ... in row-major order.
    private static Tensor upTo(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = i;
        return Tensor.of(shape, values);
    }

    /// Weights are only copied, so every bit must be the same.
    private static void exact(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, 0);
    }

    private static void pattern(double[] actual, double... expected) {
        Expect.reals("", expected, actual, TOLERANCE);
    }

    private static void real(String what, double expected, double actual) {
        Expect.real(what, expected, actual, TOLERANCE);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }
}
