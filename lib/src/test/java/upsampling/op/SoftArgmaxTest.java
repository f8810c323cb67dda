package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/composed.py`, PyTorch 2.15.
class SoftArgmaxTest {
    static List<Golden> goldens() {
        return Golden.of("composed.txt", "SoftArgmax");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        SoftArgmax operator = SoftArgmax.of(golden.doubles("beta")[0]);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        assertEquals(golden.tensor("y").shape(), operator.outputShape(x.shape()));
        Close.assertNear("y", golden.tensor("y"), operator.reference().forward(x), 1e-14);
        Close.assertNear("gradInput", golden.tensor("gradInput"), operator.reference().backward(g, x), 1e-14);
        for (Backend backend : EveryBackend.list()) {
            Tensor there = x.toFloat().to(backend);
            Close.assertNear("y", golden.tensor("y"), DoubleTensor.of(operator.forward(there)), 2e-6);
            Close.assertNear("gradInput", golden.tensor("gradInput"), DoubleTensor.of(operator.backward(g.toFloat().to(backend), there)), 2e-6);
        }
    }

    @Test
    void gradientMatchesCentralDifferences() {
        SoftArgmax.Reference reference = SoftArgmax.of(1.5).reference();
        DoubleTensor x = DoubleTensor.of(Samples.normal(1, Shape.of(2, 2, 3, 4)));
        DoubleTensor g = DoubleTensor.of(Samples.normal(2, Shape.of(2, 2, 1, 2)));
        DoubleTensor claimed = reference.backward(g, x);
        for (int i = 0; i < x.data().length; i++) {
            double value = x.data()[i];
            x.data()[i] = value + 1e-5; // small, since this operator is no straight line
            double above = g.dot(reference.forward(x));
            x.data()[i] = value - 1e-5;
            double below = g.dot(reference.forward(x));
            x.data()[i] = value;
            assertEquals((above - below) / 2e-5, claimed.data()[i], 1e-8, "element " + i);
        }
    }

    @Test
    void itFindsAPlaceBetweenTwoCells() {
        Tensor x = Tensor.of(Shape.plane(2, 4), 0, 0, 0, 0, 0, 1, 1, 0);
        float[] place = SoftArgmax.of(100).forward(x).toArray();
        assertArrayEquals(new float[] {1, 1.5f}, place, 1e-6f);
        assertArrayEquals(new float[] {0.5f, 1.5f}, SoftArgmax.of(1e-6).forward(x).toArray(), 1e-5f, "a small beta gives the middle of the plane");
        assertArrayEquals(new float[] {0, 0}, SoftArgmax.of(3).forward(Tensor.full(Shape.plane(1, 1), -5)).toArray());
    }

    @Test
    void largeValuesDoNotOverflowAndNaNStaysInItsPlane() {
        Tensor x = Tensor.of(Shape.of(1, 2, 1, 3), 1e30f, -1e30f, 0, Float.NaN, 1, 2);
        float[] y = SoftArgmax.of(10).forward(x).toArray();
        assertArrayEquals(new float[] {0, 0, Float.NaN, Float.NaN}, y);
        float[] gradient = SoftArgmax.of(10).backward(Tensor.full(Shape.of(1, 2, 1, 2), 1), x).toArray();
        assertEquals(0, gradient[0]);
        assertTrue(Float.isNaN(gradient[4]));
    }

    @Test
    void minusInfinityTakesACellOutAndPlusInfinityGivesNaN() {
        float infinity = Float.POSITIVE_INFINITY;
        Tensor x = Tensor.of(Shape.of(1, 3, 1, 3), 1, -infinity, 2, 1, infinity, 2, -infinity, -infinity, -infinity);
        float column = (float) (2 / (1 + Math.exp(-1)));
        assertArrayEquals(new float[] {0, column, Float.NaN, Float.NaN, Float.NaN, Float.NaN}, SoftArgmax.of(1).forward(x).toArray(), 1e-6f);
        float[] gradient = SoftArgmax.of(1).backward(Tensor.full(Shape.of(1, 3, 1, 2), 1), x).toArray();
        assertArrayEquals(new float[] {-0.3932f, 0, 0.3932f}, Arrays.copyOf(gradient, 3), 1e-4f);
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor x = Samples.normal(1, Shape.of(2, 3, 4, 5)).to(backend);
                Tensor y = SoftArgmax.of(2).forward(x);
                Tensor gradient = SoftArgmax.of(2).backward(y, x)) {
            assertEquals(x.shape(), gradient.shape());
            assertEquals(3, backend.open());
        }
        assertEquals(0, backend.open());
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void badArgumentsAreNamed() {
        Tensor x = Tensor.zeros(1, 2, 3, 4);
        assertEquals("SoftArgmax: beta must be finite and > 0.0, but was 0.0", rejection(() -> SoftArgmax.of(0)));
        assertEquals("SoftArgmax: beta must be finite and > 0.0, but was NaN", rejection(() -> SoftArgmax.of(Double.NaN)));
        assertEquals("SoftArgmax.backward: shape of gradOutput must be [1, 2, 1, 2], but was [1, 2, 3, 4]",
                rejection(() -> SoftArgmax.of(1).backward(x, x)));
        assertEquals("SoftArgmax.backward: gradOutput is on backend off-heap, but x is on backend scalar; move one of them with .to(backend)",
                rejection(() -> SoftArgmax.of(1).backward(Tensor.zeros(1, 2, 1, 2).to(new OffHeapBackend()), x)));
    }
}
