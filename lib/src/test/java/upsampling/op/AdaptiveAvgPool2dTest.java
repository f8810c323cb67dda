package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/pooling.py`, PyTorch 2.15.
class AdaptiveAvgPool2dTest {

    static List<Golden> goldens() {
        return Golden.of("pooling.txt", "AdaptiveAvgPool2d");
    }

    private static AdaptiveAvgPool2d poolOf(Golden golden) {
        return AdaptiveAvgPool2d.of(golden.ints("out")[0], golden.ints("out")[1]);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardIsPyTorchs(Golden golden) {
        DoubleTensor x = golden.tensor("x");
        Close.assertNear(golden.toString(), golden.tensor("y"), poolOf(golden).reference().forward(x), 1e-15);
        Close.assertSame(golden.toString(), DoubleTensor.of(golden.tensor("y").toFloat()), DoubleTensor.of(poolOf(golden).forward(x.toFloat())));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void backwardIsPyTorchs(Golden golden) {
        DoubleTensor g = golden.tensor("gradOutput");
        DoubleTensor expected = golden.tensor("gradInput");
        AdaptiveAvgPool2d.Reference reference = poolOf(golden).reference();
        Close.assertNear(golden.toString(), expected, reference.backward(g, expected.shape()), 1e-15);
        Close.assertFloat(golden.toString(), expected, poolOf(golden).backward(g.toFloat(), expected.shape()),
                reference.backward(Close.absolute(g), expected.shape()), g.shape().planeSize());
    }

    /// The operator rounds the bounds of its boxes; the reference asks each cell whether it meets the box.
    @Test
    void scalarBackendEqualsReferenceForEverySmallSize() {
        for (int in = 1; in <= 12; in++) {
            for (int out = 1; out <= 14; out++) {
                AdaptiveAvgPool2d pool = AdaptiveAvgPool2d.of(out, 15 - out);
                Tensor x = Samples.normal(in * 100 + out, Shape.of(2, 3, in, 13 - in));
                DoubleTensor expected = pool.reference().forward(DoubleTensor.of(x));
                Close.assertSame(pool + " on " + x.shape(), DoubleTensor.of(expected.toFloat()), DoubleTensor.of(pool.forward(x)));
            }
        }
    }

    @Test
    void isAnOrdinaryAveragePoolWhenTheSizesDivide() {
        Tensor x = Samples.normal(1, Shape.of(2, 3, 6, 8));
        assertArrayEquals(AvgPool2d.of(2, 4).forward(x).toArray(), AdaptiveAvgPool2d.of(3, 2).forward(x).toArray());
    }

    @Test
    void boxesOverlapWhenTheSizesDoNotDivide() {
        double[][] matrix = AdaptiveAvgPool2d.of(1, 2).on(Shape.plane(1, 3)).matrix();
        assertArrayEquals(new double[][] {{0.5, 0.5, 0}, {0, 0.5, 0.5}}, matrix);
    }

    @Test
    void backwardIsTheAdjoint() {
        Gradients.assertAdjoint("smaller", AdaptiveAvgPool2d.of(4, 2).on(Shape.of(2, 3, 6, 5)), 2);
        Gradients.assertAdjoint("larger", AdaptiveAvgPool2d.of(7, 9).on(Shape.of(2, 3, 6, 5)), 3);
    }

    @Test
    void gradientMatchesCentralDifferences() {
        DoubleTensor x = DoubleTensor.of(Samples.normal(4, Shape.of(2, 3, 5, 4)));
        AdaptiveAvgPool2d pool = AdaptiveAvgPool2d.of(3, 7);
        DoubleTensor g = DoubleTensor.of(Samples.normal(5, pool.outputShape(x.shape())));
        AdaptiveAvgPool2d.Reference reference = pool.reference();
        Gradients.assertCentralDifferences("AdaptiveAvgPool2d", reference::forward, x, g, reference.backward(g, x.shape()));
    }

    /// Near the end of the row, `o*in` is about 2.5e9 and does not fit an `int`.
    @Test
    void longRowsDoNotOverflow() {
        Tensor x = Tensor.full(Shape.plane(1, 50_000), 2);
        float[] y = AdaptiveAvgPool2d.of(1, 50_000).forward(x).toArray();
        assertEquals(50_000, y.length);
        for (float value : y) assertEquals(2, value);
    }

    @Test
    void specialValuesStayInTheirBox() {
        Tensor x = Tensor.of(Shape.plane(1, 4), Float.NaN, 1, -0.0f, -0.0f);
        assertArrayEquals(new float[] {Float.NaN, 0}, AdaptiveAvgPool2d.of(1, 2).forward(x).toArray());
        assertArrayEquals(new float[] {5, 5, 5, 5}, AdaptiveAvgPool2d.of(2).forward(Tensor.full(Shape.plane(1, 1), 5)).toArray());
    }

    @Test
    void rejectsEmptyOutputsAndForeignGradients() {
        assertEquals("AdaptiveAvgPool2d: output width must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> AdaptiveAvgPool2d.of(2, 0)).getMessage());
        assertEquals("AdaptiveAvgPool2d.backward: shape of gradOutput must be [1, 3, 2, 2], but was [1, 1, 2, 2]",
                assertThrows(IllegalArgumentException.class,
                        () -> AdaptiveAvgPool2d.of(2).backward(Tensor.zeros(1, 1, 2, 2), Shape.of(1, 3, 4, 4))).getMessage());
    }
}
