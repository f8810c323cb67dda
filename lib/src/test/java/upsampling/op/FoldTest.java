package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class FoldTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "Fold");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        Geometry geometry = WeightedOperatorTests.geometryOf(golden);
        return Fold.of(Unfold.of(geometry.height(), geometry.width()), golden.ints("size")[0], golden.ints("size")[1]);
    }

    @Override
    Case randomCase(RandomGenerator random) {
        Unfold unfold = Unfold.of(UnfoldTest.randomWindow(random), UnfoldTest.randomWindow(random));
        Shape picture = randomShape(random);
        return new Case(Fold.of(unfold, picture.h(), picture.w()), unfold.outputShape(picture));
    }

    @Test
    void outputShapeIsThePictureThatUnfoldsToTheColumns() {
        Unfold unfold = Unfold.of(new Window(3, 2, 1, 1), new Window(2, 3, 0, 2));
        for (int height = 1; height <= 7; height++) {
            for (int width = 3; width <= 9; width++) {
                Shape picture = Shape.of(2, 3, height, width);
                assertEquals(picture, Fold.of(unfold, height, width).outputShape(unfold.outputShape(picture)));
            }
        }
    }

    @Test
    void foldOfOnesCountsTheWindowsThatSeeACell() {
        for (int kernel = 1; kernel <= 5; kernel++) {
            for (int stride = 1; stride <= 4; stride++) {
                int windows = 4;
                int size = stride * (windows - 1) + kernel;
                double[] counts = new double[size];
                for (int i = 0; i < windows; i++) for (int t = 0; t < kernel; t++) counts[stride * i + t]++;
                Fold fold = Fold.of(Unfold.of(Window.of(1), Window.of(kernel).withStride(stride)), 1, size);
                assertArrayEquals(counts, fold.forward(Tensor.full(Shape.of(1, 1, kernel, windows), 1)).plane(0, 0)[0], 0.0);
            }
        }
    }

    @Test
    void foldOfWeightTimesPictureIsTheTransposedConvolution() {
        Tensor x = Samples.normal(1, Shape.of(1, 2, 3, 4));
        Tensor weight = Samples.normal(2, Shape.of(2, 3, 3, 2));
        DoubleTensor columns = DoubleTensor.zeros(Shape.of(1, 1, 18, 12));
        for (int row = 0; row < 18; row++) {
            for (int column = 0; column < 12; column++) {
                for (int ci = 0; ci < 2; ci++) {
                    columns.data()[row * 12 + column] += (double) weight.data()[ci * 18 + row] * x.data()[ci * 12 + column];
                }
            }
        }
        ConvTranspose2d transposed = ConvTranspose2d.of(3, 2).withStride(2, 3).withPadding(1, 0);
        DoubleTensor expected = transposed.reference().forward(DoubleTensor.of(x), DoubleTensor.of(weight));
        Fold fold = Fold.of(Unfold.of(new Window(3, 2, 1, 1), new Window(2, 3, 0, 1)), expected.shape().h(), expected.shape().w());
        Close.assertNear("fold", expected, fold.reference().forward(columns), 1e-14);
    }

    @Test
    void columnsThatFitNoPictureAreRejected() {
        Fold fold = Fold.of(Unfold.of(Window.of(2), Window.of(3)), 4, 5);
        assertEquals("Fold: columns must be [N, 1, C*kH*kW, L], with 1 on the second axis, but were [1, 2, 6, 9]",
                rejection(() -> fold.outputShape(Shape.of(1, 2, 6, 9))));
        assertEquals("Fold: columns [1, 1, 7, 9] have 7 rows, which kH*kW = 2*3 does not divide", rejection(() -> fold.outputShape(Shape.plane(7, 9))));
        assertEquals("Fold: 9 windows (k2 s1 x k3 s1) fit on 4x5 cells, but columns [1, 1, 6, 8] hold 8",
                rejection(() -> fold.outputShape(Shape.plane(6, 8))));
        assertEquals("Fold: output width would be 0 = floor((2 + 2*0 - 1*(3-1) - 1) / 1) + 1 (in=2, padding=0, dilation=1, kernel=3, stride=1); "
                + "padding >= 1 or in >= 3 would fit", rejection(() -> Fold.of(fold.unfold(), 4, 2).outputShape(Shape.plane(6, 8))));
        assertEquals("Fold: height must be >= 1, but was 0", rejection(() -> Fold.of(fold.unfold(), 0, 2)));
        assertEquals("Fold: width must be >= 1, but was -1", rejection(() -> Fold.of(fold.unfold(), 1, -1)));
    }
}
