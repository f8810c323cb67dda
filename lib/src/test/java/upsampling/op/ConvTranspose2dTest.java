package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class ConvTranspose2dTest extends WeightedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("convolution.txt", "ConvTranspose2d");
    }

    @Override
    WeightedOperator operatorOf(Geometry geometry, int extraHeight, int extraWidth) {
        return new ConvTranspose2d(geometry, extraHeight, extraWidth);
    }

    @Override
    Case randomCase(RandomGenerator random, Geometry geometry) {
        Shape x = Shape.of(random.nextInt(1, 3), random.nextInt(1, 4) * geometry.groups(), random.nextInt(1, 6), random.nextInt(1, 7));
        Shape weight = Shape.of(x.c(), random.nextInt(1, 4), geometry.height().kernel(), geometry.width().kernel());
        return new Case(new ConvTranspose2d(geometry, random.nextInt(3), random.nextInt(3)), geometry, x, weight);
    }

    /// A size is right if a convolution turns it back into the input size; the first such size has no output padding.
    @Test
    void outputShapeIsTheSizeThatAConvolutionTurnsBack() {
        for (int kernel = 1; kernel <= 4; kernel++) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int padding = 0; padding <= 3; padding++) {
                    for (int dilation = 1; dilation <= 3; dilation++) {
                        for (int in = 1; in <= 6; in++) turnsBack(new Window(kernel, stride, padding, dilation), in);
                    }
                }
            }
        }
    }

    private static void turnsBack(Window window, int in) {
        ConvTranspose2d conv = new ConvTranspose2d(new Geometry(window, Window.of(2).withStride(3), 2), 0, 2);
        Shape x = Shape.of(2, 6, in, 4);
        Shape weight = Shape.of(6, 3, window.kernel(), 2);
        int least = 0; // the smallest size with exactly `in` windows
        for (int out = 40; out >= 1; out--) {
            int windows = 0;
            while (-window.padding() + windows * window.stride() + window.dilation() * (window.kernel() - 1) < out + window.padding()) windows++;
            if (windows == in) least = out;
        }
        int span = window.stride() * (in - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        if (span < 1) assertThrows(IllegalArgumentException.class, () -> conv.outputShape(x, weight)); // even if a larger size has `in` windows
        else assertEquals(Shape.of(2, 6, least, 13), conv.outputShape(x, weight), () -> window + " on " + in);
    }

    @Test
    void wantedSizesAreThoseThatTheStrideRoundsDownToTheSame() {
        ConvTranspose2d conv = ConvTranspose2d.of(3).withStride(3, 2).withPadding(1);
        Shape x = Shape.of(1, 2, 4, 5);
        assertEquals(conv.withOutputPadding(2, 1), conv.withOutputSize(x, 12, 10));
        assertEquals(Shape.of(1, 3, 12, 10), conv.withOutputSize(x, 12, 10).outputShape(x, Shape.of(2, 3, 3, 3)));
        assertEquals("ConvTranspose2d: output height must be in 10..12, but was 13; the least is 10 = 3*(4-1) - 2*1 + 1*(3-1) + 1, "
                + "the others add less than stride=3", rejection(() -> conv.withOutputSize(x, 13, 10)));
        assertEquals("ConvTranspose2d: output width must be in 9..10, but was 8; the least is 9 = 2*(5-1) - 2*1 + 1*(3-1) + 1, "
                + "the others add less than stride=2", rejection(() -> conv.withOutputSize(x, 10, 8)));
    }

    @Test
    void withersKeepTheOtherParameters() {
        ConvTranspose2d conv = ConvTranspose2d.of(3, 2).withOutputPadding(1, 2).withStride(2, 1).withPadding(1, 0).withDilation(1, 3).withGroups(2);
        assertEquals(new ConvTranspose2d(new Geometry(new Window(3, 2, 1, 1), new Window(2, 1, 0, 3), 2), 1, 2), conv);
        assertEquals(conv.withOutputPadding(3, 3).withStride(4, 4), conv.withOutputPadding(3).withStride(4));
    }

    @Test
    void stampsOverlapAndAddUp() {
        Tensor x = Tensor.image(new double[][] {{1, 10, 100}});
        Tensor weight = Tensor.image(new double[][] {{1, 2, 4}});
        assertArrayEquals(new float[] {1, 2, 14, 20, 140, 200, 400}, ConvTranspose2d.of(1, 3).withStride(1, 2).forward(x, weight).toArray());
    }

    @Test
    void outputPaddingComputesCellsAtTheEndAndTheBiasIsEverywhere() {
        Tensor x = Tensor.image(new double[][] {{1, 10, 100}});
        ConvTranspose2d conv = ConvTranspose2d.of(1, 1).withStride(1, 3).withOutputPadding(0, 2);
        Tensor y = conv.forward(x, Tensor.full(Shape.plane(1, 1), 2), Tensor.full(Shape.plane(1, 1), 0.5f));
        assertArrayEquals(new float[] {2.5f, .5f, .5f, 20.5f, .5f, .5f, 200.5f, .5f, .5f}, y.toArray());
        ConvTranspose2d padded = ConvTranspose2d.of(1, 3).withStride(1, 2).withPadding(0, 1).withOutputPadding(0, 1);
        assertArrayEquals(new float[] {2, 14, 20, 140, 200, 400}, padded.forward(x, Tensor.image(new double[][] {{1, 2, 4}})).toArray(),
                "the last stamp reaches into the output padding");
    }

    @Test
    void matrixIsTheTransposedMatrixOfTheConvolutionWithTheSameNumbers() {
        Geometry geometry = new Geometry(new Window(3, 2, 1, 1), new Window(2, 3, 0, 2), 2);
        Tensor weight = Samples.normal(1, Shape.of(4, 3, 3, 2));
        Shape small = Shape.of(2, 4, 3, 2);
        LinearOperator transposed = new ConvTranspose2d(geometry, 0, 0).on(small, weight);
        LinearOperator convolution = new Conv2d(geometry).on(transposed.outputShape(), weight);
        assertEquals(small, convolution.outputShape());
        double[][] matrix = transposed.matrix();
        double[][] other = convolution.matrix();
        for (int o = 0; o < matrix.length; o++) for (int i = 0; i < matrix[o].length; i++) assertEquals(other[i][o], matrix[o][i], "row " + o);
        Tensor x = Samples.normal(2, small);
        Close.assertSame("float", DoubleTensor.of(convolution.adjoint(x)), DoubleTensor.of(transposed.apply(x)));
    }

    @Test
    void shapesThatDoNotFitAreRejected() {
        ConvTranspose2d conv = ConvTranspose2d.of(3);
        assertEquals("ConvTranspose2d: weight [4, 2, 3, 3] as [Cin, Cout/groups, kH, kW] expects 4 input channels, but x [1, 3, 8, 8] has 3",
                rejection(() -> conv.outputShape(Shape.of(1, 3, 8, 8), Shape.of(4, 2, 3, 3))));
        assertEquals("ConvTranspose2d: weight [3, 2, 3, 4] as [Cin, Cout/groups, kH, kW] must have a kernel of 3x3 (kH x kW), but has one of 3x4",
                rejection(() -> conv.outputShape(Shape.of(1, 3, 8, 8), Shape.of(3, 2, 3, 4))));
        assertEquals("ConvTranspose2d: weight [3, 2, 3, 3] as [Cin, Cout/groups, kH, kW] has 3 channels on its first axis, which groups=2 does not divide; "
                + "2 or 4 would fit",
                rejection(() -> conv.withGroups(2).outputShape(Shape.of(1, 3, 8, 8), Shape.of(3, 2, 3, 3))));
        assertEquals("ConvTranspose2d: output padding of the height must be in 0..1 (less than max(stride=2, dilation=1)), but was 2",
                rejection(() -> conv.withStride(2).withOutputPadding(2).outputShape(Shape.plane(4, 4), Shape.plane(3, 3))));
        assertEquals("ConvTranspose2d: output padding of the width must be in 0..1 (less than max(stride=2, dilation=1)), but was -1",
                rejection(() -> conv.withStride(2).withOutputPadding(0, -1).outputShape(Shape.plane(4, 4), Shape.plane(3, 3))));
        assertEquals("ConvTranspose2d: output height would be -2 = 1*(2-1) - 2*3 + 1*(3-1) + 1 (in=2, stride=1, padding=3, dilation=1, kernel=3); "
                + "padding <= 1 would fit", rejection(() -> conv.withPadding(3).outputShape(Shape.plane(2, 9), Shape.plane(3, 3))));
        assertEquals("ConvTranspose2d: output height would be 0 = 2*(1-1) - 2*2 + 1*(3-1) + 1 + 1 (in=1, stride=2, padding=2, dilation=1, kernel=3, "
                + "outputPadding=1); padding <= 1 would fit",
                rejection(() -> conv.withStride(2).withPadding(2).withOutputPadding(1).outputShape(Shape.plane(1, 9), Shape.plane(3, 3))));
    }

    @Test
    void sizesNearTheLimitOfIntAreRejectedNotWrapped() {
        assertThrows(ArithmeticException.class, () -> ConvTranspose2d.of(1).withStride(1 << 16).outputShape(Shape.plane(1, 1 << 16), Shape.plane(1, 1)));
        assertThrows(ArithmeticException.class, () -> ConvTranspose2d.of(1).withStride(1 << 10).outputShape(Shape.plane(64, 64), Shape.plane(1, 1)));
    }
}
