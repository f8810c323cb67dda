package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: the block `AdaptiveAvgPool2d` with output 1 x 1 of `src/test/goldens/pooling.py`, PyTorch 2.15.
class GlobalAvgPool2dTest {
    private static final GlobalAvgPool2d POOL = GlobalAvgPool2d.of();

    @Test
    void forwardAndBackwardArePyTorchs() {
        Golden golden = Golden.of("pooling.txt", "AdaptiveAvgPool2d").stream().filter(g -> g.ints("out")[0] == 1).findFirst().orElseThrow();
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        Close.assertNear("forward", golden.tensor("y"), POOL.reference().forward(x), 1e-15);
        Close.assertNear("backward", golden.tensor("gradInput"), POOL.reference().backward(g, x.shape()), 1e-15);
        Close.assertSame("float forward", DoubleTensor.of(golden.tensor("y").toFloat()), DoubleTensor.of(POOL.forward(x.toFloat())));
        Close.assertSame("float backward", DoubleTensor.of(golden.tensor("gradInput").toFloat()),
                DoubleTensor.of(POOL.backward(g.toFloat(), x.shape())));
    }

    @Test
    void scalarBackendEqualsReference() {
        for (int h = 1; h <= 6; h++) {
            for (int w = 1; w <= 6; w++) {
                Tensor x = Samples.normal(10 * h + w, Shape.of(2, 3, h, w));
                Tensor y = POOL.forward(x);
                assertEquals(Shape.of(2, 3, 1, 1), y.shape());
                Close.assertSame("on " + x.shape(), DoubleTensor.of(POOL.reference().forward(DoubleTensor.of(x)).toFloat()), DoubleTensor.of(y));
            }
        }
    }

    @Test
    void equalsAdaptivePoolingToOneCell() {
        Tensor x = Samples.normal(1, Shape.of(2, 3, 5, 7));
        assertArrayEquals(AdaptiveAvgPool2d.of(1).forward(x).toArray(), POOL.forward(x).toArray());
    }

    @Test
    void backwardIsTheAdjoint() {
        Gradients.assertAdjoint("GlobalAvgPool2d", POOL.on(Shape.of(2, 3, 6, 5)), 2);
    }

    @Test
    void gradientMatchesCentralDifferences() {
        DoubleTensor x = DoubleTensor.of(Samples.normal(3, Shape.of(2, 3, 4, 5)));
        DoubleTensor g = DoubleTensor.of(Samples.normal(4, Shape.of(2, 3, 1, 1)));
        Gradients.assertCentralDifferences("GlobalAvgPool2d", POOL.reference()::forward, x, g, POOL.reference().backward(g, x.shape()));
    }

    @Test
    void everyCellHasTheSameWeight() {
        assertArrayEquals(new double[][] {{0.25, 0.25, 0.25, 0.25}}, POOL.on(Shape.plane(2, 2)).matrix());
    }

    @Test
    void specialValuesStayInTheirPlane() {
        Tensor x = Tensor.of(Shape.of(1, 3, 1, 2), Float.NaN, 1, -0.0f, -0.0f, Float.POSITIVE_INFINITY, 1);
        assertArrayEquals(new float[] {Float.NaN, 0, Float.POSITIVE_INFINITY}, POOL.forward(x).toArray());
        assertEquals(-3, POOL.forward(Tensor.full(Shape.plane(1, 1), -3)).get(0, 0));
        assertEquals(0.1f, POOL.forward(Tensor.full(Shape.plane(1024, 1023), 0.1f)).get(0, 0), "a float sum loses digits");
    }

    @Test
    void rejectsAGradientOfAnotherShape() {
        assertEquals("GlobalAvgPool2d.backward: shape of gradOutput must be [2, 3, 1, 1], but was [2, 3, 1, 2]",
                assertThrows(IllegalArgumentException.class, () -> POOL.backward(Tensor.zeros(2, 3, 1, 2), Shape.of(2, 3, 4, 4))).getMessage());
    }
}
