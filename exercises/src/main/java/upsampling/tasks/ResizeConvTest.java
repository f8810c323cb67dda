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

/// The public tests of task 6.3, resize-convolution. {@link RepairBlursTest} and {@link BalanceTest} have those of the others.
///
/// No kernel is symmetric, since a symmetric one hides every rotation. The expected numbers are small enough to be checked by hand, and agree with
/// PyTorch 2.13:
/// ```
/// F.conv2d(F.interpolate(x, scale_factor=s, mode='nearest' | 'bilinear'), weight, padding=k//2)
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Resize-convolution")
public class ResizeConvTest {
    /// With bilinear thirds float32 is off by less than 1e-4 where the numbers reach 300.
    private static final double TOLERANCE = 1e-3;
    private static final String NEAREST = "nearest";
    private static final String BILINEAR = "bilinear";
    private static final Tensor SQUARE = image(new double[][] {{1, 2}, {3, 4}});
    private static final Tensor NINE = upTo(Shape.plane(3, 3));

    @Test
    @Task("6.3")
    @Points(4)
    @DisplayName("resizes first, then convolves")
    @Part(value = "nearest", hint = "The fine picture begins with two rows 1, 1, 2, 2. Which weights meet it in the output (0, 0)? Which fall on zeros?")
    @Part(value = "bilinear", hint = "Half pixels, ×2: the first fine row is 1, 1.25, 1.75, 2. Which weights meet it in the output (0, 0)?")
    @Part(value = "three", hint = "One row 0, 6, 3, three times as large: which nine numbers does each mode make of it?")
    @Part(value = "channels", hint = "A kernel of 1×1: from which image and from which input channels does each output channel come?")
    @Part(value = "constant", hint = "A constant picture: what is it after the resize, and what does the kernel make of it away from the border?")
    @Part(value = "scaleOne", hint = "Scale 1 changes nothing: what is left of the two steps?")
    @Part(value = "wideKernel", hint = "A kernel of 5×5: how many zeros stand on each side, and how large is the result?")
    @Part(value = "mode", hint = "What should happen with an unknown mode?")
    @Part(value = "sizes", hint = "What should happen with an even kernel, which has no middle, or with scale 0?")
    @Hint(id = "convFirst", text = "Resize first: the convolution must see the fine grid.")
    @Hint(id = "zeroInsertion", text = "Zeros between pixels make it a transposed convolution: copy or interpolate instead.")
    @Hint(id = "flipsKernel", text = "Cross-correlation: the kernel is not rotated. weight[0][0] meets the cell up left.")
    @Hint(id = "transposesKernel", text = "The row u of the kernel goes with the row of the picture, the column v with its column.")
    @Hint(id = "noPadding", text = "Zeros stand around the fine picture, k/2 on each side: the output is as large as it.")
    @Hint(id = "replicatesBorder", text = "Beyond the fine picture there are zeros, not its border again.")
    @Hint(id = "fixedPadding", text = "The padding is k/2: 1 for three taps, 2 for five.")
    @Hint(id = "swapsChannels", text = "Weight is [Cout, Cin, k, k]: output channels first.")
    @Hint(id = "firstInputChannel", text = "Each output channel adds up all input channels.")
    @Hint(id = "diagonalChannels", text = "Each output channel sees all input channels, not only the one of the same number.")
    @Hint(id = "firstImage", text = "Each image of the batch makes its own output.")
    @Hint(id = "corners", text = "Half pixels: source = (h + 1/2)/s − 1/2. With h*(H−1)/(s*H−1) the corners would be aligned.")
    @Hint(id = "asymmetric", text = "Centres are aligned: source = (h + 1/2)/s − 1/2, not h/s.")
    @Hint(id = "extrapolates", text = "A source below 0 becomes 0: the border is repeated, not continued.")
    @Hint(id = "fadesOut", text = "The last cell has no right neighbour: it is its own. The resize sees no zeros beyond x.")
    @Hint(id = "alwaysNearest", text = "The mode decides: \"bilinear\" interpolates.")
    @Hint(id = "alwaysBilinear", text = "The mode decides: \"nearest\" copies.")
    @Hint(id = "tiles", text = "Each cell is repeated s times: row h is x[floor(h/s)], not x[h mod H].")
    @Hint(id = "alwaysTwo", text = "The scale is an argument: s times as many rows and columns.")
    @Hint(id = "acceptsAnyMode", text = "An unknown mode is an error, not one of the two: throw an IllegalArgumentException.")
    @Hint(id = "acceptsEvenKernel", text = "An even kernel has no middle: throw an IllegalArgumentException.")
    void resizesThenConvolves(Repairs repairs, Parts parts) {
        parts.check("nearest", () -> same(image(new double[][] {{28, 54, 67, 48}, {67, 111, 126, 84}, {89, 141, 156, 102}, {48, 72, 79, 48}}),
            repairs.resizeConv(SQUARE, NINE, 2, NEAREST)));
        parts.check("bilinear", () -> same(
            image(new double[][] {{40.25, 65.5, 78.5, 52.75}, {68.5, 105.75, 120.75, 78}, {90.5, 135.75, 150.75, 96}, {47.75, 68.5, 75.5, 45.25}}),
            repairs.resizeConv(SQUARE, NINE, 2, BILINEAR)));
        parts.check("three", () -> {
            Tensor row = image(new double[][] {{0, 6, 3}});
            same(image(new double[][] {{0, 0, 90, 168, 234, 189, 150, 117, 72}, {0, 0, 108, 198, 270, 216, 171, 135, 81},
                {0, 0, 54, 96, 126, 99, 78, 63, 36}}), repairs.resizeConv(row, NINE, 3, NEAREST));
            same(image(new double[][] {{0, 30, 86, 164, 197, 191, 152, 128, 72}, {0, 36, 102, 192, 228, 219, 174, 147, 81},
                {0, 18, 50, 92, 107, 101, 80, 68, 36}}), repairs.resizeConv(row, NINE, 3, BILINEAR));
        });
        parts.check("channels", () -> {
            double[][][] rows = {{{7, 7, 10, 10}, {15, 15, 22, 22}, {23, 23, 34, 34}}, {{19, 19, 22, 22}, {43, 43, 50, 50}, {67, 67, 78, 78}}};
            same(twoEqualRows(rows), repairs.resizeConv(upTo(Shape.of(2, 2, 1, 2)), upTo(Shape.of(3, 2, 1, 1)), 2, NEAREST));
        });
        parts.check("constant", () -> {
            for (String mode : new String[] {NEAREST, BILINEAR}) {
                Tensor y = repairs.resizeConv(Tensor.full(Shape.plane(3, 4), 2), NINE, 2, mode);
                Expect.shape("", Shape.plane(6, 8), y);
                same("inside", Tensor.full(Shape.plane(4, 6), 90), inside(y));
            }
        });
        parts.check("scaleOne", () -> {
            Tensor convolved = image(new double[][] {{77, 67}, {47, 37}});
            for (String mode : new String[] {NEAREST, BILINEAR}) same(convolved, repairs.resizeConv(SQUARE, NINE, 1, mode));
        });
        parts.check("wideKernel", () -> {
            Tensor row = image(new double[][] {{0, 4}});
            Tensor wide = upTo(Shape.plane(5, 5));
            same(image(new double[][] {{140, 272, 256, 240}, {100, 192, 176, 160}}), repairs.resizeConv(row, wide, 2, NEAREST));
            same(image(new double[][] {{138, 270, 254, 238}, {98, 190, 174, 158}}), repairs.resizeConv(row, wide, 2, BILINEAR));
        });
        parts.check("mode", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(SQUARE, NINE, 2, "bicubic"));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(SQUARE, NINE, 2, ""));
        });
        parts.check("sizes", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(SQUARE, upTo(Shape.plane(2, 2)), 2, NEAREST));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(SQUARE, NINE, 0, NEAREST));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.resizeConv(SQUARE, NINE, -1, BILINEAR));
        });
    }

    /// All but the outermost rows and columns.
    private static Tensor inside(Tensor y) {
        int height = y.shape().h() - 2;
        int width = y.shape().w() - 2;
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) values[i] = y.get(0, 0, 1 + i / width, 1 + i % width);
        return Tensor.of(Shape.plane(height, width), values);
    }

    /// A plane for each row, which it repeats.
    private static Tensor twoEqualRows(double[][][] rows) {
        Shape shape = Shape.of(rows.length, rows[0].length, 2, rows[0][0].length);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int plane = i / shape.planeSize();
            values[i] = (float) rows[plane / shape.c()][plane % shape.c()][i % shape.w()];
        }
        return Tensor.of(shape, values);
    }

    /// The numbers 1, 2, 3, ... in row-major order.
    private static Tensor upTo(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = i + 1;
        return Tensor.of(shape, values);
    }

    private static void same(Tensor expected, Tensor actual) {
        same("", expected, actual);
    }

    private static void same(String what, Tensor expected, Tensor actual) {
        Expect.tensor(what, expected, actual, TOLERANCE);
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }
}
