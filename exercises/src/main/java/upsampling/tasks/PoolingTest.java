package upsampling.tasks;

import java.util.Arrays;

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
import upsampling.tasks.Pooling.Pooled;
import upsampling.tasks.Pooling.ReceptiveField;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The public tests of lesson 1. They run on any {@link Pooling}: an answer file, an object in a cell, the reference solution.
///
/// The expected numbers are small enough to be checked by hand; those of 1.2 and 1.3 agree with PyTorch's `max_pool2d` and `avg_pool2d`.
@ExtendWith(SubjectExtension.class)
@DisplayName("Pooling")
public class PoolingTest {
    private static final Window K3_S2_P1 = Window.of(3).withStride(2).withPadding(1);
    /// A mean of at most 9 numbers below 36 is exact to about 4e-6 in float32, whatever the order of the sum.
    private static final double MEAN_TOLERANCE = 1e-5;

    @Test
    @Task("1.1")
    @Points(2)
    @DisplayName("counts the windows along an axis")
    @Part(value = "stride", hint = "How many cells can the window still move, and how many steps is that?")
    @Part(value = "dilation", hint = "From which cell to which cell does a window with dilation reach?")
    @Part(value = "padding", hint = "On how many sides does padding add cells?")
    @Part(value = "bothSides", hint = "Stride 1: how far can the window move over the input and its padding?")
    @Part(value = "lastWindow", hint = "In ceil mode: at which padded cell would the last window start?")
    @Part(value = "lastWindowPadded", hint = "In ceil mode: does the last window start inside the input or its left padding?")
    @Part(value = "ceil", hint = "In ceil mode: what is added before the division, so that it rounds up?")
    @Part(value = "refusal", hint = "What should happen when not even one window fits?")
    @Hint(id = "ignoresDilation", text = "The kernel covers d(k−1)+1 cells, not k.")
    @Hint(id = "ceilWithoutLastWindowRule", text = "A last window that starts at or beyond size + p is dropped.")
    @Hint(id = "truncatingDivision", text = "Java rounds −1/2 to 0; a window that does not fit is an error, use floorDiv and check.")
    @Hint(id = "ignoresStride", text = "Each step moves the window by s cells: divide by the stride.")
    @Hint(id = "ignoresPadding", text = "A window may start in the padding: p cells before the input and p after it.")
    @Hint(id = "paddingOnce", text = "Padding is added on both sides: 2p.")
    @Hint(id = "dropsOnlyBeyond", text = "A last window that starts exactly at size + p is dropped too: compare with >=.")
    @Hint(id = "ignoresCeilMode", text = "In ceil mode a last window that fits only partly counts too: add s − 1 before dividing.")
    @Hint(id = "ceilAfterDivision", text = "int / int has already rounded; add s − 1 before dividing.")
    @Hint(id = "alwaysCeil", text = "Without ceil mode a last window that fits only partly does not count.")
    void countsWindows(Pooling pooling, Parts parts) {
        Window k2s2 = Window.of(2).withStride(2);
        parts.check("stride", () -> Expect.number("", 2, pooling.outputSize(4, k2s2, false)));
        parts.check("dilation", () -> Expect.number("", 3, pooling.outputSize(7, Window.of(3).withDilation(2), false)));
        parts.check("padding", () -> Expect.number("", 6, pooling.outputSize(12, K3_S2_P1, false)));
        parts.check("bothSides", () -> Expect.number("", 4, pooling.outputSize(4, Window.of(3).withPadding(1), false)));
        parts.check("lastWindow", () -> Expect.number("", 1, pooling.outputSize(2, Window.of(1).withStride(2), true)));
        parts.check("lastWindowPadded", () -> Expect.number("", 2, pooling.outputSize(4, Window.of(2).withStride(3).withPadding(1), true)));
        parts.check("ceil", () -> Expect.number("", 4, pooling.outputSize(6, K3_S2_P1, true)));
        Window tooLarge = Window.of(3).withStride(2);
        parts.check("refusal", () -> Expect.refusal("", IllegalArgumentException.class, () -> pooling.outputSize(2, tooLarge, false)));
    }

    @Test
    @Task("1.2")
    @Points(4)
    @DisplayName("keeps the strongest value of each window, and where it was")
    @Part(value = "example", hint = "Which four cells does each window see, and what is the index h*W + w of the largest?")
    @Part(value = "rectangle", hint = "How many rows and how many columns has this map, and which of the two bounds h?")
    @Part(value = "border", hint = "What may a cell outside the input contribute to a maximum, and to an index?")
    @Part(value = "minusInfinity", hint = "Every cell of a window is −∞: which index is kept?")
    @Part(value = "ties", hint = "Two cells are equally large: which index is kept?")
    @Part(value = "dilation", hint = "A window starts outside the input: which of its cells lie inside?")
    @Part(value = "nan", hint = "What do comparisons with NaN give in Java, and what should win?")
    @Part(value = "lastNaN", hint = "A window has several NaNs: which of them is kept?")
    @Part(value = "planes", hint = "Where does an index start to count: in the tensor or in its own plane?")
    @Part(value = "batch", hint = "From which image of the batch does each output come?")
    @Hint(id = "zeroPadding", text = "Padding of max pooling is −∞: an empty place must never win.")
    @Hint(id = "lastMaximumWins", text = "Ties go to the first maximum in row-major order: compare with >, not >=.")
    @Hint(id = "paddedIndices", text = "Indices address the input, not the padded copy.")
    @Hint(id = "clampsStart", text = "A window that starts outside must keep its dilation phase.")
    @Hint(id = "swapsBounds", text = "Rows end at H and columns at W: on a map that is not square the two differ.")
    @Hint(id = "rowsTimesHeight", text = "A row has W cells, so the index is h*W + w.")
    @Hint(id = "startsAtIndexZero", text = "No cell is greater than −∞: begin with the first cell of the window that lies in x, not with index 0.")
    @Hint(id = "ignoresNaN", text = "Every comparison with NaN is false: ask Float.isNaN(v) as well.")
    @Hint(id = "keepsFirstNaN", text = "Of several NaNs the last one's index is kept: every NaN wins, also over a NaN.")
    @Hint(id = "tensorIndices", text = "An index counts inside the plane of its n and c; it starts again at 0 in each.")
    @Hint(id = "ignoresBatch", text = "Each image has planes of its own: read x.get(n, c, h, w) with the n of the output.")
    void keepsTheStrongest(Pooling pooling, Parts parts) {
        Window k2s2 = Window.of(2).withStride(2);
        Tensor example = Tensor.image(new double[][] {{1, 8, 2, 4}, {7, 3, 5, 1}, {4, 2, 9, 6}, {3, 6, 1, 5}});
        Tensor minusOnes = Tensor.image(new double[][] {{-1, -1}, {-1, -1}});
        Tensor fives = Tensor.image(new double[][] {{5, 5}, {5, 5}});
        Tensor withNaN = Tensor.image(new double[][] {{1, Double.NaN}, {2, 2}});
        Tensor wide = Tensor.image(new double[][] {{1, 5, 2}, {4, 3, 6}});
        Tensor tall = Tensor.image(new double[][] {{1, 4}, {5, 3}, {2, 6}});
        double none = Double.NEGATIVE_INFINITY;
        Tensor empty = Tensor.image(new double[][] {{none, none, none}, {none, none, none}, {none, none, none}});
        Tensor twoNaNs = Tensor.image(new double[][] {{Double.NaN, 3}, {Double.NaN, 4}});
        Tensor descending = ramp(5, -1);
        Tensor twoPlanes = Tensor.of(Shape.of(1, 2, 2, 2), 1, 2, 3, 4, 8, 7, 6, 5);
        Tensor twoImages = Tensor.of(Shape.of(2, 2, 2, 2), 1, 2, 3, 4, 8, 7, 6, 5, 3, 9, 1, 2, 0, 4, 6, 5);

        parts.check("example", () -> pooled(image(new double[][] {{8, 5}, {6, 9}}), new int[] {1, 6, 13, 10}, pooling.maxPool2d(example, k2s2)));
        parts.check("rectangle", () -> {
            pooled(image(new double[][] {{5, 6}}), new int[] {1, 5}, pooling.maxPool2d(wide, Window.of(2)));
            pooled(image(new double[][] {{5}, {6}}), new int[] {2, 5}, pooling.maxPool2d(tall, Window.of(2)));
        });
        parts.check("border", () -> pooled(minusOnes, new int[] {0, 1, 2, 3}, pooling.maxPool2d(minusOnes, k2s2.withPadding(1))));
        parts.check("minusInfinity", () -> pooled(image(new double[][] {{none, none}, {none, none}}), new int[] {0, 1, 3, 4},
            pooling.maxPool2d(empty, K3_S2_P1)));
        parts.check("ties", () -> pooled(image(new double[][] {{5}}), new int[] {0}, pooling.maxPool2d(fives, k2s2)));
        parts.check("dilation", () -> pooled(image(new double[][] {{-6, -5, -6}, {-1, 0, -1}, {-6, -5, -6}}), new int[] {6, 5, 6, 1, 0, 1, 6, 5, 6},
            pooling.maxPool2d(descending, Window.of(3).withPadding(1).withDilation(2))));
        parts.check("nan", () -> pooled(image(new double[][] {{Double.NaN}}), new int[] {1}, pooling.maxPool2d(withNaN, k2s2)));
        parts.check("lastNaN", () -> pooled(image(new double[][] {{Double.NaN}}), new int[] {2}, pooling.maxPool2d(twoNaNs, k2s2)));
        parts.check("planes", () -> pooled(Tensor.of(Shape.of(1, 2, 1, 1), 4, 8), new int[] {3, 0}, pooling.maxPool2d(twoPlanes, k2s2)));
        parts.check("batch", () -> pooled(Tensor.of(Shape.of(2, 2, 1, 1), 4, 8, 9, 6), new int[] {3, 0, 1, 2}, pooling.maxPool2d(twoImages, k2s2)));
    }

    @Test
    @Task("1.3")
    @Points(4)
    @DisplayName("averages each window with the right divisor at the borders")
    @Part(value = "exclude", hint = "At a border, without counting padding: by how many cells is the sum divided?")
    @Part(value = "include", hint = "At a border, counting padding: by how many cells is the sum divided?")
    @Part(value = "ceil", hint = "Ceil mode, no padding: how many cells does the last window really have?")
    @Part(value = "ceilPadded", hint = "Ceil mode with padding: where do the padded rows and columns end?")
    @Part(value = "rectangle", hint = "How many rows and how many columns has this map, and which of the two bounds h?")
    @Part(value = "planes", hint = "From which image and which channel does each mean come?")
    @Hint(id = "alwaysKSquared", text = "Without countIncludePad only real cells are counted.")
    @Hint(id = "countsBeyondPadding", text = "A window may reach beyond even the padding; those cells do not exist.")
    @Hint(id = "neverCountsPadding", text = "PyTorch's default does count padding cells.")
    @Hint(id = "switchInverted", text = "Are the two cases of countIncludePad exchanged?")
    @Hint(id = "firstPlaneOnly", text = "Each image and channel has a plane of its own: read x.get(n, c, h, w) with the n and c of the output.")
    @Hint(id = "swapsBounds", text = "Rows end at H and columns at W: on a map that is not square the two differ.")
    void averagesEachWindow(Pooling pooling, Parts parts) {
        Tensor five = ramp(5, 1);
        Tensor six = ramp(6, 1);
        Window k3s2 = Window.of(3).withStride(2);
        parts.check("exclude", () -> Expect.tensor("", image(new double[][] {{3, 4.5, 6}, {10.5, 12, 13.5}, {18, 19.5, 21}}),
            pooling.avgPool2d(five, K3_S2_P1, false, false), MEAN_TOLERANCE));
        parts.check("include", () -> Expect.tensor("", image(new double[][] {{4 / 3.0, 3, 8 / 3.0}, {7, 12, 9}, {8, 13, 28 / 3.0}}),
            pooling.avgPool2d(five, K3_S2_P1, false, true), MEAN_TOLERANCE));
        parts.check("ceil", () -> Expect.tensor("", image(new double[][] {{7, 9, 10.5}, {19, 21, 22.5}, {28, 30, 31.5}}),
            pooling.avgPool2d(six, k3s2, true, true), MEAN_TOLERANCE));
        double[][] ceilPadded = {{14 / 9.0, 10 / 3.0, 14 / 3.0, 8 / 3.0}, {25 / 3.0, 14, 16, 8.5}, {49 / 3.0, 26, 28, 14.5},
            {61 / 6.0, 16, 17, 8.75}};
        parts.check("ceilPadded", () -> Expect.tensor("", image(ceilPadded), pooling.avgPool2d(six, K3_S2_P1, true, true), MEAN_TOLERANCE));
        Tensor wide = Tensor.image(new double[][] {{0, 1, 2}, {3, 4, 5}});
        Tensor tall = Tensor.image(new double[][] {{0, 1}, {2, 3}, {4, 5}});
        parts.check("rectangle", () -> {
            Expect.tensor("", image(new double[][] {{2, 3}}), pooling.avgPool2d(wide, Window.of(2), false, false), MEAN_TOLERANCE);
            Expect.tensor("", image(new double[][] {{1.5}, {3.5}}), pooling.avgPool2d(tall, Window.of(2), false, false), MEAN_TOLERANCE);
        });
        Tensor fourPlanes = Tensor.of(Shape.of(2, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        parts.check("planes", () -> Expect.tensor("", Tensor.of(Shape.of(2, 2, 1, 1), 2.5f, 6.5f, 10.5f, 14.5f),
            pooling.avgPool2d(fourPlanes, Window.of(2), false, true), MEAN_TOLERANCE));
    }

    @Test
    @Task("1.4")
    @Points(2)
    @DisplayName("counts the multiply-accumulates of a convolution")
    @Part(value = "layer", hint = "How many products does one output value need, and how many output values are there?")
    @Part(value = "strided", hint = "Which sizes count the positions of the window: those of the input or those of the output?")
    @Part(value = "dilated", hint = "How many weights has a dilated kernel?")
    @Part(value = "large", hint = "How large is the result, and which type can hold it?")
    @Hint(id = "intOverflow", text = "Multiply in long, from the first factor on.")
    @Hint(id = "countsFlops", text = "One multiply-accumulate is one MAC.")
    @Hint(id = "dividesByStride", text = "The stride is in the output sizes already: one output value costs the same with any stride.")
    @Hint(id = "countsDilatedKernel", text = "Dilation spreads the weights and adds none: k*k of them, whatever d is.")
    void countsMacs(Pooling pooling, Parts parts) {
        Window k3 = Window.of(3).withPadding(1);
        parts.check("layer", () -> Expect.number("", 37_748_736L, pooling.convMacs(32, 32, 64, 64, k3)));
        parts.check("strided", () -> Expect.number("", 9_437_184L, pooling.convMacs(8, 16, 64, 128, K3_S2_P1)));
        parts.check("dilated", () -> Expect.number("", 1_105_920L, pooling.convMacs(12, 20, 16, 32, Window.of(3).withPadding(2).withDilation(2))));
        parts.check("large", () -> Expect.number("", 39_582_418_599_936L, pooling.convMacs(4096, 4096, 512, 512, k3)));
    }

    @Test
    @Task("1.5")
    @Points(4)
    @DisplayName("computes what one output cell of a stack sees")
    @Part(value = "convPoolConv", hint = "How far apart in the input are two neighbouring cells that the last layer reads?")
    @Part(value = "unet", hint = "What does each of the four poolings do to the jump?")
    @Part(value = "dilated", hint = "How many cells of its own input does a dilated kernel span?")
    @Hint(id = "jumpFirst", text = "A layer looks through the jump of the layers *before* it.")
    @Hint(id = "addsKernel", text = "The first cell is already counted.")
    @Hint(id = "ignoresDilation", text = "Dilation stretches the kernel.")
    @Hint(id = "startsAtZero", text = "What are size and jump of the input itself? One cell sees itself.")
    @Hint(id = "jumpStartsAtZero", text = "What are size and jump of the input itself? Its neighbouring cells are not 0 cells apart.")
    @Hint(id = "addsStrides", text = "Does a second stride add to the jump, or multiply it?")
    void computesReceptiveFields(Pooling pooling, Parts parts) {
        Window conv = Window.of(3).withPadding(1);
        Window pool = Window.of(2).withStride(2);
        Window[] encoder = {conv, conv, pool, conv, conv, pool, conv, conv, pool, conv, conv, pool};
        Window[] unet = append(encoder, conv, conv);
        Window[] dilated = append(encoder, conv, conv.withDilation(2), conv.withDilation(4), conv.withDilation(8));
        parts.check("convPoolConv", () -> field(8, 2, pooling.receptiveField(new Window[] {conv, pool, conv})));
        parts.check("unet", () -> field(140, 16, pooling.receptiveField(unet)));
        parts.check("dilated", () -> field(556, 16, pooling.receptiveField(dilated)));
    }

    @Test
    @Task("1.6")
    @Points(4)
    @DisplayName("sends each gradient to the cell that won")
    @Part(value = "overlap", hint = "What happens when several windows chose the same cell?")
    @Part(value = "planes", hint = "To which channel does an index belong?")
    @Part(value = "batch", hint = "To which image of the batch does an index belong?")
    @Hint(id = "overwrites", text = "Overlapping windows may choose the same cell: add.")
    @Hint(id = "firstPlaneOnly", text = "Indices are relative to their own plane.")
    @Hint(id = "ignoresBatch", text = "Each image has planes of its own: plane n*C + c begins at (n*C + c)*H*W.")
    void sendsGradientsBack(Pooling pooling, Parts parts) {
        Tensor overlapping = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        Tensor ten = image(new double[][] {{0, 0, 0, 0}, {0, 10, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
        parts.check("overlap", () -> Expect.tensor("", ten, pooling.maxPool2dBackward(overlapping, new int[] {5, 5, 5, 5}, 4, 4), 0));
        Tensor twoChannels = Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4);
        Tensor sent = Tensor.of(Shape.of(1, 2, 2, 4), 0, 1, 0, 0, 0, 0, 2, 0, 3, 0, 0, 0, 0, 0, 0, 4);
        parts.check("planes", () -> Expect.tensor("", sent, pooling.maxPool2dBackward(twoChannels, new int[] {1, 6, 0, 7}, 2, 4), 0));
        Tensor twoImages = Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4);
        Tensor apart = Tensor.of(Shape.of(2, 2, 2, 3), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 4, 0);
        parts.check("batch", () -> Expect.tensor("", apart, pooling.maxPool2dBackward(twoImages, new int[] {0, 5, 2, 4}, 2, 3), 0));
    }

    private static void pooled(Tensor values, int[] indices, Pooled actual) {
        Expect.present("", actual);
        Expect.tensor("values", values, actual.values(), 0);
        Expect.indices("indices", values.shape(), indices, actual.indices());
    }

    private static void field(int size, int jump, ReceptiveField actual) {
        Expect.present("", actual);
        Expect.number("size", size, actual.size());
        Expect.number("jump", jump, actual.jump());
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }

    /// Returns 0, 1, 2, ... times `sign` in a square.
    private static Tensor ramp(int side, int sign) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) values[i] = sign * i;
        return Tensor.of(Shape.plane(side, side), values);
    }

    private static Window[] append(Window[] layers, Window... more) {
        Window[] all = Arrays.copyOf(layers, layers.length + more.length);
        System.arraycopy(more, 0, all, layers.length, more.length);
        return all;
    }
}
