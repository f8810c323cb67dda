package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
class ConcatTest {
    private static final Shape[] PARTS = {Shape.of(2, 2, 3, 4), Shape.of(2, 1, 3, 4), Shape.of(2, 3, 3, 4)};

    static List<Golden> goldens() {
        return Golden.of("composed.txt", "Concat");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        int count = golden.ints("parts")[0];
        DoubleTensor[] parts = new DoubleTensor[count];
        Shape[] shapes = new Shape[count];
        for (int p = 0; p < count; p++) {
            parts[p] = golden.tensor("x" + p);
            shapes[p] = parts[p].shape();
        }
        Close.assertSame("y", golden.tensor("y"), Concat.of().reference().forward(parts));
        for (Backend backend : EveryBackend.list()) {
            Tensor[] there = new Tensor[count];
            for (int p = 0; p < count; p++) there[p] = parts[p].toFloat().to(backend);
            Close.assertSame("y", golden.tensor("y"), DoubleTensor.of(Concat.of().forward(there)));
            Tensor[] gradients = Concat.of().backward(golden.tensor("gradOutput").toFloat().to(backend), shapes);
            DoubleTensor[] exact = Concat.of().reference().backward(golden.tensor("gradOutput"), shapes);
            for (int p = 0; p < count; p++) {
                Close.assertSame("gradInput" + p, golden.tensor("gradInput" + p), DoubleTensor.of(gradients[p]));
                Close.assertSame("gradInput" + p, golden.tensor("gradInput" + p), exact[p]);
            }
        }
    }

    @Test
    void theMapsOfThePartsAddUpToTheWhole() {
        assertEquals(Shape.of(2, 6, 3, 4), Concat.of().outputShape(PARTS));
        Tensor[] parts = new Tensor[PARTS.length];
        DoubleTensor sum = DoubleTensor.zeros(Concat.of().outputShape(PARTS));
        for (int p = 0; p < PARTS.length; p++) {
            parts[p] = Samples.normal(p, PARTS[p]);
            LinearOperator map = Concat.of().on(p, PARTS);
            Gradients.assertAdjoint("part " + p, map, p);
            double[][] matrix = map.matrix();
            float[] placed = map.apply(parts[p]).toArray();
            for (int o = 0; o < placed.length; o++) {
                sum.data()[o] += placed[o];
                double product = 0;
                for (int i = 0; i < matrix[o].length; i++) product += matrix[o][i] * parts[p].toArray()[i];
                assertEquals(placed[o], product);
            }
        }
        Close.assertSame("sum", sum, DoubleTensor.of(Concat.of().forward(parts)));
    }

    @Test
    void gradientsMatchCentralDifferences() {
        DoubleTensor x = DoubleTensor.of(Samples.normal(1, PARTS[1]));
        DoubleTensor g = DoubleTensor.of(Samples.normal(2, Concat.of().outputShape(PARTS)));
        DoubleTensor before = DoubleTensor.zeros(PARTS[0]);
        DoubleTensor after = DoubleTensor.zeros(PARTS[2]);
        Gradients.assertCentralDifferences("part 1", v -> Concat.of().reference().forward(before, v, after), x, g, Concat.of().reference().backward(g, PARTS)[1]);
    }

    @Test
    void specialValuesKeepTheirPlaceAndNothingIsLeftOpen() {
        Tensor nan = Tensor.of(Shape.plane(1, 2), Float.NaN, Float.NEGATIVE_INFINITY);
        assertArrayEquals(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1, 1}, Concat.of().forward(nan, Tensor.full(Shape.plane(1, 2), 1)).toArray());
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor a = nan.to(backend); Tensor y = Concat.of().forward(a, a)) {
            assertEquals(Shape.of(1, 2, 1, 2), y.shape());
            assertEquals(2, backend.open());
        }
        assertEquals(0, backend.open());
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void partsThatDoNotMeetAreRejected() {
        Tensor x = Tensor.zeros(1, 2, 3, 4);
        assertEquals("Concat: part 1 must be [1, any, 3, 4] as part 0 [1, 2, 3, 4], but was [1, 2, 3, 5]; MatchToSize crops or pads",
                rejection(() -> Concat.of().forward(x, Tensor.zeros(1, 2, 3, 5))));
        assertEquals("Concat: number of parts must be >= 1, but was 0", rejection(() -> Concat.of().outputShape()));
        assertEquals("Concat: number of parts must be >= 1, but was 0", rejection(() -> Concat.of().forward()));
        assertEquals("Concat: part 0 is on backend scalar, but part 1 is on backend off-heap; move one of them with .to(backend)",
                rejection(() -> Concat.of().forward(x, x.to(new OffHeapBackend()))));
        assertEquals("Concat.backward: shape of gradOutput must be [2, 6, 3, 4], but was [1, 2, 3, 4]", rejection(() -> Concat.of().backward(x, PARTS)));
        assertEquals("Concat: part must be in 0..2, but was 3", rejection(() -> Concat.of().on(3, PARTS)));
        assertEquals("Concat: output channels must be at most 2147483647, but would be 2147483648 = the sum of those of 2 parts",
                assertThrows(ArithmeticException.class, () -> Concat.of().outputShape(Shape.of(1, Integer.MAX_VALUE, 1, 1), Shape.of(1, 1, 1, 1))).getMessage());
    }
}
