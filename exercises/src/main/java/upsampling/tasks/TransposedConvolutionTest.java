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
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The public tests of the tasks of lesson 4 that compute a transposed convolution. {@link TransposedSizesTest} and
/// {@link TransposedGradientsTest} have the others.
///
/// No kernel is symmetric but the one of `ones`, since a symmetric one hides every rotation. The expected numbers are small enough to be checked by
/// hand, and agree with PyTorch 2.15:
/// ```
/// F.conv_transpose2d(x, weight, bias, stride=s, padding=p, dilation=d, output_padding=op, groups=g)
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Transposed convolution")
public class TransposedConvolutionTest {
    /// All expected numbers are whole and small, so float32 holds them and every sum on the way to them exactly.
    private static final double TOLERANCE = 1e-5;
    private static final float[] NO_BIAS = {0};
    private static final Tensor ROW = image(new double[][] {{1, 2}});
    private static final Tensor SQUARE = image(new double[][] {{1, 2}, {3, 4}});
    private static final Tensor NINE = image(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

    @Test
    @Task("4.3")
    @Points(4)
    @DisplayName("gathers from zeros and cells what the stamps would have painted")
    @Part(value = "hand", hint = "Write z and the rotated kernel in one row each: which products meet in the second output?")
    @Part(value = "stride1", hint = "Stride 1 inserts no zeros: which of the four taps meets the cell (0, 0) in the output (0, 0)?")
    @Part(value = "stride3", hint = "Two cells, stride 3: how many zeros stand between them, and how many behind the second one?")
    @Part(value = "padding", hint = "How many zeros must stand around z so that the first output sees one cell of it: for p = 0, and for p = 2?")
    @Part(value = "outputPadding", hint = "On which side does output padding add cells, and what does the kernel see there?")
    @Part(value = "dilation", hint = "The taps lie 2 apart: which cells of z does an output read, and how many zeros stand around z?")
    @Part(value = "channels", hint = "From which image and from which input channels does each output channel come, and with which weights?")
    @Part(value = "cutOff", hint = "The padding is larger than d(k−1): which cells of z does the first output read?")
    @Hint(id = "samePadding", text = "Full correlation needs k−1 zeros around z; p is taken away from it: q = d(k−1) − p.")
    @Hint(id = "notRotated", text = "Gathering reads the stamp backwards: rotate by 180°.")
    @Hint(id = "keepsChannels", text = "Cin and Cout swap along with the rotation: the weight is [Cin, Cout, k, k].")
    @Hint(id = "zerosBehindLast", text = "Zeros stand between the cells only: s(n−1)+1 cells, none behind the last one.")
    @Hint(id = "strideZeros", text = "Neighbours end up s apart, so s−1 zeros stand between them.")
    @Hint(id = "strideAgain", text = "The stride is already in the zeros: the convolution behind them has stride 1.")
    @Hint(id = "flipsOneAxis", text = "180° turn both axes: rows and columns of the kernel are read backwards.")
    @Hint(id = "transposesKernel", text = "It is the matrix that is transposed. The kernel is rotated by 180°; its rows stay rows.")
    @Hint(id = "ignoresDilation", text = "Dilation holds in this form too: the taps read z in steps of d.")
    @Hint(id = "clampsPadding", text = "A negative q is no error and no 0: it cuts cells of z off.")
    void gathersFromZeros(TransposedConvolution answer, Parts parts) {
        Window two = Window.of(2);
        Window three = Window.of(3).withStride(2);
        Tensor middle = image(new double[][] {{4, 5, 6}, {1, 2, 3}, {7, 8, 9}});
        parts.check("hand", () -> same(image(new double[][] {{2, 5, 4}}), answer.byZeroInsertion(ROW, middle, three.withPadding(1), 0)));
        parts.check("stride1", () -> same(image(new double[][] {{1, 4, 4}, {6, 20, 16}, {9, 24, 16}}),
            answer.byZeroInsertion(SQUARE, SQUARE, two, 0)));
        parts.check("stride3", () -> same(image(new double[][] {{1, 2, 0, 2, 4}, {3, 4, 0, 6, 8}}),
            answer.byZeroInsertion(ROW, SQUARE, two.withStride(3), 0)));
        parts.check("padding", () -> {
            Tensor full = image(new double[][] {{1, 2, 5, 4, 6}, {4, 5, 14, 10, 12}, {10, 14, 36, 24, 30}, {12, 15, 34, 20, 24}, {21, 24, 55, 32, 36}});
            same(full, answer.byZeroInsertion(SQUARE, NINE, three, 0));
            same(image(new double[][] {{36}}), answer.byZeroInsertion(SQUARE, NINE, three.withPadding(2), 0));
        });
        parts.check("outputPadding", () -> same(image(new double[][] {{5, 14, 10, 12}, {14, 36, 24, 30}, {15, 34, 20, 24}, {24, 55, 32, 36}}),
            answer.byZeroInsertion(SQUARE, NINE, three.withPadding(1), 1)));
        parts.check("dilation", () -> {
            Window dilated = two.withDilation(2);
            same(image(new double[][] {{1, 2, 2, 4}, {0, 0, 0, 0}, {3, 6, 4, 8}}), answer.byZeroInsertion(ROW, SQUARE, dilated, 0));
        });
        parts.check("channels", () -> same(Tensor.of(Shape.of(2, 3, 1, 2), 13, 18, 17, 24, 21, 30, 33, 38, 45, 52, 57, 66),
            answer.byZeroInsertion(upTo(Shape.of(2, 2, 1, 2)), upTo(Shape.of(2, 3, 1, 1)), Window.of(1), 0)));
        parts.check("cutOff", () -> {
            Window cropped = two.withStride(2).withPadding(2);
            same(image(new double[][] {{5, 10}, {15, 20}}), answer.byZeroInsertion(NINE, SQUARE, cropped, 0));
        });
    }

    @Test
    @Task("4.4")
    @Points(4)
    @DisplayName("paints stamps, with bias, output padding and groups")
    @Part(value = "asymmetric", hint = "Which cell of the kernel falls on the output (0, 0), once the padding has removed one row and one column?")
    @Part(value = "ones", hint = "Nine stamps of ones, two apart: how many of them cover each cell of the first row?")
    @Part(value = "bias", hint = "No stamp reaches the last row and the last column: what do they hold?")
    @Part(value = "dilation", hint = "The taps lie 2 apart: on which cells does the stamp of cell 0 fall?")
    @Part(value = "groups", hint = "6 input channels, 2 groups: which input channels feed output channel 2, and which column of the weight is it?")
    @Part(value = "channels", hint = "From which image and from which input channels does each output channel come, and how often is the bias added?")
    @Part(value = "shift", hint = "Padding removes the first row and column: which cell of the result without padding is now the first one?")
    @Hint(id = "outputPaddingZeros", text = "op extends the end and keeps what accumulates there.")
    @Hint(id = "outputPaddingInFront", text = "op is added at the end only.")
    @Hint(id = "outputPaddingBothSides", text = "op is added once, at the end: not on both sides.")
    @Hint(id = "biasWhereStamped", text = "Bias belongs to every output, also where no stamp fell.")
    @Hint(id = "biasPerInputChannel", text = "Each output has its bias once: add it outside the loop over input channels.")
    @Hint(id = "swapsChannels", text = "Weight is [Cin, Cout/g, k, k].")
    @Hint(id = "ignoresGroups", text = "There are g times as many output channels as the weight's second axis says, and each group has its own.")
    @Hint(id = "interleavesGroups", text = "Groups split the channels in order: the first Cin/g inputs belong to the first Cout/g outputs.")
    @Hint(id = "rotatesStamp", text = "The stamp is the kernel itself; the rotation belongs to the gather form.")
    @Hint(id = "addsPadding", text = "Padding removes p cells on each side of the result: it crops, it does not add.")
    @Hint(id = "overwrites", text = "Stamps overlap: add the paint with +=.")
    @Hint(id = "spillsOver", text = "A cell left of column 0 is not the end of the row above: check rows and columns one by one.")
    @Hint(id = "ignoresDilation", text = "Neighbouring taps of the stamp fall d cells apart.")
    void paintsStamps(TransposedConvolution answer, Parts parts) {
        Window two = Window.of(2);
        Window three = Window.of(3).withStride(2);
        parts.check("asymmetric", () -> same(image(new double[][] {{6, 17, 20, 14}, {16, 42, 52, 34}, {32, 82, 92, 58}, {30, 69, 76, 44}}),
            answer.convTranspose2d(SQUARE, upTo(Shape.plane(4, 4)), NO_BIAS, Window.of(4).withStride(2).withPadding(1), 0, 1)));
        parts.check("ones", () -> {
            Tensor ones = Tensor.full(Shape.plane(3, 3), 1);
            double[] odd = {1, 2, 1, 2, 1, 1};
            double[] even = {2, 4, 2, 4, 2, 2};
            same(image(new double[][] {odd, even, odd, even, odd, odd}),
                answer.convTranspose2d(ones, ones, NO_BIAS, three.withPadding(1), 1, 1));
        });
        parts.check("bias", () -> same(image(new double[][] {{6, 7, 7, 9, 5}, {8, 9, 11, 13, 5}, {5, 5, 5, 5, 5}}),
            answer.convTranspose2d(ROW, SQUARE, new float[] {5}, two.withStride(2), 1, 1)));
        parts.check("dilation", () -> same(image(new double[][] {{1, 2, 2, 4}, {0, 0, 0, 0}, {3, 6, 4, 8}}),
            answer.convTranspose2d(ROW, SQUARE, NO_BIAS, two.withDilation(2), 0, 1)));
        parts.check("groups", () -> same(Tensor.of(Shape.of(1, 4, 1, 1), 22, 28, 139, 154),
            answer.convTranspose2d(upTo(Shape.of(1, 6, 1, 1)), upTo(Shape.of(6, 2, 1, 1)), new float[4], Window.of(1), 0, 2)));
        parts.check("channels", () -> same(Tensor.of(Shape.of(2, 3, 1, 2), 23, 28, 37, 44, 51, 60, 43, 48, 65, 72, 87, 96),
            answer.convTranspose2d(upTo(Shape.of(2, 2, 1, 2)), upTo(Shape.of(2, 3, 1, 1)), new float[] {10, 20, 30}, Window.of(1), 0, 1)));
        parts.check("shift", () -> {
            same(image(new double[][] {{1, 2, 5, 4, 6}, {4, 5, 14, 10, 12}, {7, 8, 23, 16, 18}}),
                answer.convTranspose2d(ROW, NINE, NO_BIAS, three, 0, 1));
            same(image(new double[][] {{5, 14, 10}}), answer.convTranspose2d(ROW, NINE, NO_BIAS, three.withPadding(1), 0, 1));
            Window apart = three.withStride(3);
            same(image(new double[][] {{1, 2, 3, 2, 4, 6}, {4, 5, 6, 8, 10, 12}, {7, 8, 9, 14, 16, 18}}),
                answer.convTranspose2d(ROW, NINE, NO_BIAS, apart, 0, 1));
            same(image(new double[][] {{5, 6, 8, 10}}), answer.convTranspose2d(ROW, NINE, NO_BIAS, apart.withPadding(1), 0, 1));
        });
    }

    /// The numbers 1, 2, 3, ... in row-major order.
    private static Tensor upTo(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = i + 1;
        return Tensor.of(shape, values);
    }

    private static void same(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, TOLERANCE);
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }
}
