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

/// The public tests of the tasks of lesson 3 that convolve and paint tensors. {@link ConvolutionMatrixTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// F.conv2d(x, weight, bias, stride=..., padding=..., dilation=..., groups=...)               # 3.3
/// F.conv_transpose2d(x, weight, stride=...)                                                  # 3.5
/// F.fold(columns, (height, width), k, stride=..., padding=..., dilation=...)                 # 3.6
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Convolution, and painting with a kernel")
public class ConvolutionTest {
    private static final double[][] ONE_TO_FOUR = {{1, 2}, {3, 4}};
    private static final Tensor ONE_TO_NINE = Tensor.image(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

    @Test
    @Task("3.3")
    @Points(4)
    @DisplayName("convolves pictures")
    @Part(value = "window", hint = "One window: which weight meets which cell?")
    @Part(value = "plain", hint = "What does the first window of the example see, and with which weights?")
    @Part(value = "padded", hint = "Padding 1: where does the first window begin, and what does it see outside?")
    @Part(value = "strided", hint = "Where does the next window begin with stride 2?")
    @Part(value = "dilated", hint = "Dilation 2: which cells does the window see, and which lie between them?")
    @Part(value = "grouped", hint = "Two groups: which of the four output channels belong to the first one?")
    @Part(value = "groups", hint = "Four outputs, two inputs, two groups: which input channel does output channel 2 read?")
    @Part(value = "bias", hint = "How often is the bias added to an output, and which entry of it?")
    @Part(value = "planes", hint = "Which images and channels does each output read, and which entry of the weight belongs to them?")
    @Part(value = "rectangle", hint = "The picture is not square: how many windows has each axis?")
    @Hint(id = "flipsKernel", text = "Deep learning's convolution is cross-correlation: the kernel is not rotated.")
    @Hint(id = "transposesKernel", text = "weight.get(co, ci, kh, kw): kh goes down with h, kw goes right with w.")
    @Hint(id = "ignoresStride", text = "The next window begins s cells farther: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresPadding", text = "The first window begins p cells before the picture: h = oh·s − p + kh·d.")
    @Hint(id = "repeatsBorder", text = "Outside the picture every cell is 0, not the nearest cell of the border.")
    @Hint(id = "ignoresDilation", text = "Two cells of a dilated window lie d apart: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresGroups", text = "Output channels of group 2 read the input channels of group 2.")
    @Hint(id = "interleavesGroups", text = "Groups are split in order: the group of co is co / (Cout/groups), not co % groups.")
    @Hint(id = "groupsOfOneChannel", text = "Group j begins at input channel j·(Cin/groups), not at channel j.")
    @Hint(id = "ignoresBias", text = "Every output begins with bias[co].")
    @Hint(id = "biasPerTap", text = "The bias is added once to each output, not once for each weight.")
    @Hint(id = "firstChannelOnly", text = "A window sees all input channels of its group: sum over ci too.")
    @Hint(id = "firstImageOnly", text = "Each image has its own planes: read x.get(n, ...) with the n of the output.")
    @Hint(id = "swapsChannels", text = "Weights are [Cout, Cin/groups, k, k]: the output channel comes first.")
    @Hint(id = "squareOutput", text = "Height and width have an output size of their own.")
    void convolves(ConvolutionMatrix matrix, Parts parts) {
        Tensor two = Tensor.image(ONE_TO_FOUR);
        float[] none = {0};
        parts.check("window", () -> picture(image(new double[][] {{34}}), matrix.conv2d(image(new double[][] {{1, 2}, {3, 5}}), two, none, Window.of(2), 1)));
        parts.check("plain", () -> picture(image(new double[][] {{303, 348}, {483, 528}}),
            matrix.conv2d(counting(1, 1, 4, 4), ONE_TO_NINE, none, Window.of(3), 1)));
        parts.check("padded", () -> picture(image(new double[][] {{4, 3}, {2, 1}}),
            matrix.conv2d(image(new double[][] {{1}}), two, none, Window.of(2).withPadding(1), 1)));
        parts.check("strided", () -> {
            picture(image(new double[][] {{2, 6}}),
                matrix.conv2d(image(new double[][] {{1, 2, 3}}), image(new double[][] {{2}}), none, Window.of(1).withStride(2), 1));
            picture(image(new double[][] {{83, 178}, {330, 528}, {245, 358}}),
                matrix.conv2d(counting(1, 1, 5, 4), ONE_TO_NINE, none, Window.of(3).withStride(2).withPadding(1), 1));
        });
        parts.check("dilated", () -> {
            picture(image(new double[][] {{64}}), matrix.conv2d(ONE_TO_NINE, two, none, Window.of(2).withDilation(2), 1));
            picture(image(new double[][] {{984, 1029, 1074}, {1299, 1344, 1389}, {1614, 1659, 1704}}),
                matrix.conv2d(counting(1, 1, 7, 7), ONE_TO_NINE, none, Window.of(3).withDilation(2), 1));
        });
        parts.check("grouped", () -> picture(Tensor.of(Shape.of(1, 4, 1, 1), 1, 2, 30, 40),
            matrix.conv2d(Tensor.of(Shape.of(1, 2, 1, 1), 1, 10), Tensor.of(Shape.of(4, 1, 1, 1), 1, 2, 3, 4), new float[4], Window.of(1), 2)));
        parts.check("groups", () -> {
            firstCells(new double[] {258, 663, 4236, 5937}, Shape.of(1, 4, 2, 2),
                matrix.conv2d(counting(1, 2, 4, 4), counting(4, 1, 3, 3), new float[4], Window.of(3), 2));
            picture(Tensor.of(Shape.of(1, 2, 1, 1), 21, 4300), matrix.conv2d(Tensor.of(Shape.of(1, 4, 1, 1), 1, 10, 100, 1000),
                Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4), new float[2], Window.of(1), 2));
        });
        parts.check("bias", () -> picture(Tensor.of(Shape.of(1, 2, 1, 1), 13, 27),
            matrix.conv2d(Tensor.of(Shape.of(1, 2, 1, 1), 1, 1), Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4), new float[] {10, 20}, Window.of(1), 1)));
        parts.check("planes", () -> {
            Tensor twoImages = Tensor.of(Shape.of(2, 2, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);
            picture(Tensor.of(Shape.of(2, 2, 1, 2), 7, 10, 15, 22, 19, 22, 43, 50),
                matrix.conv2d(twoImages, Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4), new float[2], Window.of(1), 1));
            picture(Tensor.of(Shape.of(2, 3, 1, 2), 17, 20, 35, 42, 53, 64, 29, 32, 63, 70, 97, 108),
                matrix.conv2d(twoImages, Tensor.of(Shape.of(3, 2, 1, 1), 1, 2, 3, 4, 5, 6), new float[] {10, 20, 30}, Window.of(1), 1));
        });
        parts.check("rectangle", () -> picture(image(new double[][] {{37, 47}}),
            matrix.conv2d(image(new double[][] {{1, 2, 3}, {4, 5, 6}}), two, none, Window.of(2), 1)));
    }

    @Test
    @Task("3.5")
    @Points(4)
    @DisplayName("stamps the kernel onto the output")
    @Part(value = "stamp", hint = "One input, 2: what does its stamp look like?")
    @Part(value = "stride1", hint = "Stride 1: which stamps meet in the first row, column 1?")
    @Part(value = "stride2", hint = "Stride 2: where does the stamp of the second input begin?")
    @Part(value = "column", hint = "The picture is not square: how many rows and how many columns has the output?")
    @Part(value = "gaps", hint = "Stride 3, a kernel of 2×2: what lies between two stamps?")
    @Part(value = "channels", hint = "Which weight joins an input channel and an output channel, and which inputs paint on each output channel?")
    @Part(value = "images", hint = "On which image does each input paint?")
    @Hint(id = "assigns", text = "Stamps overlap: add the paint.")
    @Hint(id = "averages", text = "Stamps add up: nothing is divided by the number of stamps.")
    @Hint(id = "flipsStamp", text = "The stamp is the kernel itself; the flip belongs to the gather form.")
    @Hint(id = "transposesStamp", text = "weight.get(ci, co, kh, kw): kh goes down, kw goes right.")
    @Hint(id = "swapsPlacement", text = "Row i of the input paints from row i·s of the output on: i belongs to the rows, j to the columns.")
    @Hint(id = "swapsChannels", text = "Transposed weights are [Cin, Cout, k, k]: the input channel comes first.")
    @Hint(id = "firstChannelOnly", text = "Every input channel paints on every output channel: loop over ci too.")
    @Hint(id = "firstImageOnly", text = "Each image has a picture of its own: paint in the n of the input.")
    @Hint(id = "ignoresStride", text = "The stamps of two neighbours lie s cells apart: begin at i·s and j·s.")
    @Hint(id = "countsGaps", text = "s is the step from one stamp to the next, not the number of cells between them: begin at i·s, not at i·(s+1).")
    @Hint(id = "sizeTimesStride", text = "The last stamp begins at s·(H−1) and has k rows: the output has s·(H−1) + k of them.")
    @Hint(id = "squareOutput", text = "Height and width have an output size of their own.")
    void stampsTheKernel(ConvolutionMatrix matrix, Parts parts) {
        Tensor two = image(ONE_TO_FOUR);
        parts.check("stamp", () -> picture(image(new double[][] {{2, 4}, {6, 8}}), matrix.scatterTranspose(image(new double[][] {{2}}), two, 1)));
        parts.check("stride1", () -> picture(image(new double[][] {{1, 4, 4}, {6, 20, 16}, {9, 24, 16}}), matrix.scatterTranspose(two, two, 1)));
        parts.check("stride2", () -> picture(image(new double[][] {{1, 2, 2, 4}, {3, 4, 6, 8}, {3, 6, 4, 8}, {9, 12, 12, 16}}),
            matrix.scatterTranspose(two, two, 2)));
        parts.check("column", () -> picture(image(new double[][] {{1, 2}, {5, 8}, {9, 14}, {9, 12}}),
            matrix.scatterTranspose(image(new double[][] {{1}, {2}, {3}}), two, 1)));
        parts.check("gaps", () -> picture(image(new double[][] {{1, 2, 0, 2, 4}, {3, 4, 0, 6, 8}}),
            matrix.scatterTranspose(image(new double[][] {{1, 2}}), two, 3)));
        parts.check("channels", () -> {
            picture(Tensor.of(Shape.of(1, 2, 1, 1), 31, 42),
                matrix.scatterTranspose(Tensor.of(Shape.of(1, 2, 1, 1), 1, 10), Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4), 1));
            Tensor weight = Tensor.of(Shape.of(2, 3, 3, 3), oneTo(54));
            picture(Tensor.of(Shape.of(1, 3, 3, 5), 85, 89, 207, 120, 126, 97, 101, 237, 138, 144, 109, 113, 267, 156, 162,
                121, 125, 297, 174, 180, 133, 137, 327, 192, 198, 145, 149, 357, 210, 216,
                157, 161, 387, 228, 234, 169, 173, 417, 246, 252, 181, 185, 447, 264, 270),
                matrix.scatterTranspose(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4), weight, 2));
        });
        parts.check("images", () -> picture(Tensor.of(Shape.of(2, 1, 1, 2), 3, 6, 9, 12),
            matrix.scatterTranspose(Tensor.of(Shape.of(2, 1, 1, 2), 1, 2, 3, 4), image(new double[][] {{3}}), 1)));
    }

    @Test
    @Task("3.6")
    @Points(4)
    @DisplayName("puts windows back onto the picture")
    @Part(value = "tiny", hint = "Two windows of 2×2: where does each entry of the first column of the table go?")
    @Part(value = "ones", hint = "All entries are 1: how many windows see each cell?")
    @Part(value = "padded", hint = "Padding 1: which entries lie on the picture, and where?")
    @Part(value = "dilated", hint = "Dilation 2: where do the four entries of the only window go?")
    @Part(value = "windows", hint = "Windows of one cell: in which order do the columns of the table cover the picture?")
    @Part(value = "channels", hint = "Eight rows, windows of 2×2: which rows belong to channel 1?")
    @Part(value = "images", hint = "On which image is each table put?")
    @Part(value = "adjoint", hint = "Make a table of some x with im2col: is the sum of table·c equal to the sum of x·col2im(c)?")
    @Hint(id = "assigns", text = "fold sums what overlaps; it is the adjoint of unfold.")
    @Hint(id = "averages", text = "fold sums what overlaps and divides by nothing: it is the adjoint of unfold, not its inverse.")
    @Hint(id = "channelsLast", text = "Row index is (c·k+kh)·k+kw: the channels come first.")
    @Hint(id = "transposesKernel", text = "Row index is (c·k+kh)·k+kw: a window is written row by row.")
    @Hint(id = "columnByColumn", text = "Windows are counted row by row: column oh·Wo + ow of the table, and a row of windows has Wo of them.")
    @Hint(id = "ignoresPadding", text = "The first window begins p cells before the picture: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresStride", text = "The next window begins s cells farther: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresDilation", text = "Two cells of a dilated window lie d apart: h = oh·s − p + kh·d.")
    @Hint(id = "movesToBorder", text = "Entries that lie in the padding are dropped, not moved to the border.")
    @Hint(id = "wrapsAround", text = "A cell beside the picture is not the end of another row: check h and w, not h·W + w.")
    @Hint(id = "firstImageOnly", text = "Each image has a table of its own: paint in the n of the table.")
    void putsWindowsBack(ConvolutionMatrix matrix, Parts parts) {
        Window strided = Window.of(2).withStride(2).withPadding(1);
        Tensor table = image(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
        parts.check("tiny", () -> picture(image(new double[][] {{1, 5, 4}, {5, 13, 8}}), matrix.col2im(table, 2, 3, Window.of(2))));
        parts.check("ones", () -> picture(
            image(new double[][] {{1, 2, 3, 2, 1}, {2, 4, 6, 4, 2}, {3, 6, 9, 6, 3}, {2, 4, 6, 4, 2}, {1, 2, 3, 2, 1}}),
            matrix.col2im(Tensor.full(Shape.plane(9, 9), 1), 5, 5, Window.of(3))));
        parts.check("padded", () -> picture(image(new double[][] {{7, 6}}), matrix.col2im(table, 1, 2, strided)));
        parts.check("dilated", () -> picture(image(new double[][] {{1, 0, 2}, {0, 0, 0}, {3, 0, 4}}),
            matrix.col2im(image(new double[][] {{1}, {2}, {3}, {4}}), 3, 3, Window.of(2).withDilation(2))));
        parts.check("windows", () -> picture(image(new double[][] {{1, 2, 3}, {4, 5, 6}}),
            matrix.col2im(image(new double[][] {{1, 2, 3, 4, 5, 6}}), 2, 3, Window.of(1))));
        parts.check("channels", () -> {
            picture(Tensor.of(Shape.of(1, 2, 2, 2), oneTo(8)), matrix.col2im(Tensor.of(Shape.of(1, 1, 8, 1), oneTo(8)), 2, 2, Window.of(2)));
            picture(Tensor.of(Shape.of(1, 2, 3, 4), 17, 35, 18, 22, 36, 74, 38, 46, 19, 39, 20, 24, 53, 107, 54, 58, 108, 218, 110, 118, 55, 111, 56, 60),
                matrix.col2im(Tensor.of(Shape.of(1, 1, 18, 4), oneTo(72)), 3, 4, Window.of(3).withStride(2).withPadding(1)));
        });
        parts.check("images", () -> picture(Tensor.of(Shape.of(2, 1, 1, 2), 1, 2, 3, 4),
            matrix.col2im(Tensor.of(Shape.of(2, 1, 1, 2), 1, 2, 3, 4), 1, 2, Window.of(1))));
        Tensor x = image(new double[][] {{1, -2, 3}, {4, 0, -5}});
        Tensor c = image(new double[][] {{1, -1}, {2, 0}, {0, 5}, {1, 3}, {3, -2}, {-1, 2}, {2, 4}, {0, -3}, {5, 1}});
        parts.check("adjoint", () -> innerProduct(8, x, matrix.col2im(c, 2, 3, Window.of(3).withStride(2).withPadding(1))));
    }

    /// Whole numbers below 2^24: their sums are exact in float32 too, whatever the order.
    private static void picture(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, 0);
    }

    /// The first cell of each channel.
    private static void firstCells(double[] expected, Shape shape, Tensor actual) {
        Expect.shape("", shape, actual);
        double[] cells = new double[expected.length];
        for (int c = 0; c < cells.length; c++) cells[c] = actual.get(0, c, 0, 0);
        Expect.reals("first cells", expected, cells, 0);
    }

    /// `col2im` is the transpose of `im2col` exactly if, for all `x` and `c`, the sum of `im2col(x)*c` is the sum of `x*col2im(c)`.
    private static void innerProduct(double expected, Tensor x, Tensor picture) {
        Expect.shape("", x.shape(), picture);
        float[] one = x.toArray();
        float[] other = picture.toArray();
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * (double) other[i];
        Expect.real("sum of x·col2im(c)", expected, sum, 0);
    }

    /// A tensor of `0, 1, 2, ...`.
    private static Tensor counting(int n, int c, int h, int w) {
        float[] values = oneTo(n * c * h * w);
        for (int i = 0; i < values.length; i++) values[i]--;
        return Tensor.of(Shape.of(n, c, h, w), values);
    }

    private static float[] oneTo(int last) {
        float[] values = new float[last];
        for (int i = 0; i < last; i++) values[i] = i + 1;
        return values;
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }
}
