package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.backend.MatrixView;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class UnfoldTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "Unfold");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        Geometry geometry = WeightedOperatorTests.geometryOf(golden);
        return Unfold.of(geometry.height(), geometry.width());
    }

    static Window randomWindow(RandomGenerator random) {
        return new Window(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(3), random.nextInt(1, 3));
    }

    @Override
    Case randomCase(RandomGenerator random) {
        return new Case(Unfold.of(randomWindow(random), randomWindow(random)), randomShape(random));
    }

    @Test
    void outputShapeCountsTapsAndWindows() {
        for (int kernel = 1; kernel <= 3; kernel++) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int padding = 0; padding <= 2; padding++) {
                    for (int in = 3; in <= 7; in++) {
                        int windows = 0;
                        for (int start = -padding; start + kernel <= in + padding; start += stride) windows++;
                        Unfold unfold = Unfold.of(new Window(kernel, stride, padding, 1), Window.of(2));
                        assertEquals(Shape.of(2, 1, 3 * kernel * 2, windows * 4), unfold.outputShape(Shape.of(2, 3, in, 5)));
                    }
                }
            }
        }
    }

    @Test
    void columnsAreTheWindowsOneAfterTheOther() {
        Tensor x = Tensor.image(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new double[][] {{1, 2}, {2, 3}, {4, 5}, {5, 6}}, Unfold.of(2).forward(x).plane(0, 0));
        assertEquals(Unfold.of(new Window(2, 3, 1, 4)), Unfold.of(2).withStride(3).withPadding(1).withDilation(4));
    }

    @Test
    void weightTimesColumnsIsTheConvolution() {
        Geometry geometry = new Geometry(new Window(3, 2, 1, 1), new Window(2, 1, 0, 2), 1);
        Tensor x = Samples.normal(1, Shape.of(1, 3, 5, 6));
        Tensor weight = Samples.normal(2, Shape.of(4, 3, 3, 2));
        Tensor columns = Unfold.of(geometry.height(), geometry.width()).forward(x);
        Tensor expected = new Conv2d(geometry).forward(x, weight);
        Tensor y = Tensor.zeros(expected.shape());
        int rows = columns.shape().h();
        int windows = columns.shape().w();
        y.backend().gemm(MatrixView.of(weight, 0, 4, rows), MatrixView.of(columns, 0, rows, windows), false, MatrixView.of(y, 0, 4, windows));
        Close.assertSame("weight times columns", DoubleTensor.of(expected), DoubleTensor.of(y));
    }

    @Test
    void windowsThatDoNotFitAndSizesBeyondIntAreRejected() {
        assertEquals("Unfold: output height would be 0 = floor((2 + 2*0 - 1*(3-1) - 1) / 1) + 1 (in=2, padding=0, dilation=1, kernel=3, stride=1); "
                + "padding >= 1 or in >= 3 would fit", rejection(() -> Unfold.of(3).outputShape(Shape.plane(2, 9))));
        assertEquals("Unfold: number of windows must be at most 2147483647, but would be 4295229444 = 65538*65538",
                assertThrows(ArithmeticException.class, () -> Unfold.of(1).withPadding(1 << 15).outputShape(Shape.plane(2, 2))).getMessage());
        assertEquals("Unfold: number of rows must be at most 2147483647, but would be 4294967296 = 4096*1048576",
                assertThrows(ArithmeticException.class, () -> Unfold.of(1 << 10).withPadding(1 << 10).outputShape(Shape.of(1, 1 << 12, 1, 1))).getMessage());
    }
}
