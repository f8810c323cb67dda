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

class Conv2dTest extends WeightedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("convolution.txt", "Conv2d");
    }

    @Override
    WeightedOperator operatorOf(Geometry geometry, int extraHeight, int extraWidth) {
        return new Conv2d(geometry);
    }

    @Override
    Case randomCase(RandomGenerator random, Geometry geometry) {
        int inPerGroup = random.nextInt(1, 4);
        Shape x = Shape.of(random.nextInt(1, 3), inPerGroup * geometry.groups(), random.nextInt(1, 9), random.nextInt(1, 10));
        Shape weight = Shape.of(random.nextInt(1, 4) * geometry.groups(), inPerGroup, geometry.height().kernel(), geometry.width().kernel());
        return new Case(new Conv2d(geometry), geometry, x, weight);
    }

    @Test
    void outputShapeCountsWindows() {
        for (int kernel = 1; kernel <= 4; kernel++) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int padding = 0; padding <= 3; padding++) {
                    for (int dilation = 1; dilation <= 3; dilation++) {
                        for (int in = 1; in <= 9; in++) countWindows(new Window(kernel, stride, padding, dilation), in);
                    }
                }
            }
        }
    }

    private static void countWindows(Window window, int in) {
        int count = 0;
        while (-window.padding() + count * window.stride() + window.dilation() * (window.kernel() - 1) < in + window.padding()) count++;
        Conv2d conv = new Conv2d(new Geometry(window, Window.of(2).withStride(3), 2));
        Shape x = Shape.of(2, 6, in, 5);
        Shape weight = Shape.of(4, 3, window.kernel(), 2);
        if (count == 0) assertThrows(IllegalArgumentException.class, () -> conv.outputShape(x, weight));
        else assertEquals(Shape.of(2, 4, count, 2), conv.outputShape(x, weight), () -> window + " on " + in);
    }

    @Test
    void withersKeepTheOtherParameters() {
        Conv2d conv = Conv2d.of(3, 2).withStride(2, 1).withPadding(1, 0).withDilation(1, 3).withGroups(2);
        assertEquals(new Conv2d(new Geometry(new Window(3, 2, 1, 1), new Window(2, 1, 0, 3), 2)), conv);
        assertEquals(Conv2d.of(3, 2).withStride(4, 4).withPadding(5, 5).withDilation(6, 6), Conv2d.of(3, 2).withStride(4).withPadding(5).withDilation(6));
    }

    @Test
    void kernelIsNotRotated() {
        Tensor impulse = Tensor.image(new double[][] {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}});
        Tensor weight = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        assertArrayEquals(new float[] {4, 3, 2, 1}, Conv2d.of(2).forward(impulse, weight).toArray());
    }

    @Test
    void shapesThatDoNotFitAreRejected() {
        Conv2d conv = Conv2d.of(3, 2).withGroups(2);
        assertEquals("Conv2d: weight [4, 3, 2, 3] as [Cout, Cin/groups, kH, kW] must have a kernel of 3x2 (kH x kW), but has one of 2x3",
                rejection(() -> conv.outputShape(Shape.of(1, 6, 8, 8), Shape.of(4, 3, 2, 3))));
        assertEquals("Conv2d: weight [5, 3, 3, 2] as [Cout, Cin/groups, kH, kW] has 5 channels on its first axis, which groups=2 does not divide; "
                + "4 or 6 would fit",
                rejection(() -> conv.outputShape(Shape.of(1, 6, 8, 8), Shape.of(5, 3, 3, 2))));
        assertEquals("Conv2d: weight [4, 3, 3, 2] as [Cout, Cin/groups, kH, kW] with groups=2 expects 6 input channels, but x [1, 3, 8, 8] has 3",
                rejection(() -> conv.outputShape(Shape.of(1, 3, 8, 8), Shape.of(4, 3, 3, 2))));
        assertEquals("Conv2d: weight [4, 3, 3, 3] as [Cout, Cin/groups, kH, kW] expects 3 input channels, but x [1, 4, 8, 8] has 4",
                rejection(() -> Conv2d.of(3).outputShape(Shape.of(1, 4, 8, 8), Shape.of(4, 3, 3, 3))));
        assertEquals("Conv2d: output height would be -1 = floor((3 + 2*0 - 2*(3-1) - 1) / 1) + 1 (in=3, padding=0, dilation=2, kernel=3, stride=1); "
                        + "padding >= 1 or in >= 5 would fit",
                rejection(() -> Conv2d.of(3).withDilation(2).outputShape(Shape.plane(3, 9), Shape.plane(3, 3))));
        assertEquals("Geometry: groups must be >= 1, but was 0", rejection(() -> Conv2d.of(3).withGroups(0)));
    }

    /// 64*9 rows of 2048*2048 columns are 2.4e9 numbers, although picture and result are legal.
    @Test
    void columnsThatNoArrayHoldsAreExplained() {
        Geometry geometry = Geometry.of(3);
        Tensor x = Tensor.zeros(1, 64, 2050, 2);
        Tensor small = Tensor.zeros(1, 1, 2048, 2048);
        assertEquals("Convolution k3 s1: the columns of one picture, channels*kH*kW x Ho*Wo = 64*3*3 x 2048*2048, have more than 2147483647 elements; "
                + "cut the picture into tiles", assertThrows(ArithmeticException.class,
                () -> x.backend().convolve(x, Tensor.zeros(1, 64, 3, 3), geometry, small)).getMessage());
    }

    @Test
    void theReferenceRejectsGradientsOfAnotherShape() {
        Conv2d.Reference conv = Conv2d.of(3).reference();
        DoubleTensor weight = DoubleTensor.zeros(Shape.plane(3, 3));
        DoubleTensor g = DoubleTensor.zeros(Shape.plane(2, 2));
        assertEquals("Conv2d.reference(): shape of the result or its gradient must be [1, 1, 7, 7], but was [1, 1, 2, 2]",
                rejection(() -> conv.gradInput(g, weight, Shape.plane(9, 9))));
        rejection(() -> conv.gradWeight(g, DoubleTensor.zeros(Shape.plane(9, 9)), weight.shape()));
        ConvTranspose2d.Reference transposed = ConvTranspose2d.of(3).reference();
        assertEquals("ConvTranspose2d.reference(): shape of the result or its gradient must be [1, 1, 4, 4], but was [1, 1, 9, 9]",
                rejection(() -> transposed.gradInput(DoubleTensor.zeros(Shape.plane(9, 9)), weight, Shape.plane(2, 2))));
    }

    @Test
    void sizesNearTheLimitOfIntAreRejectedNotWrapped() {
        assertThrows(ArithmeticException.class, () -> Conv2d.of(1).withGroups(1 << 20).outputShape(Shape.plane(1, 1), Shape.of(1 << 20, 1 << 11, 1, 1)));
        assertThrows(ArithmeticException.class, () -> Conv2d.of(1).withPadding(1 << 20).outputShape(Shape.plane(1, 1), Shape.of(1, 1, 1, 1)));
    }
}
