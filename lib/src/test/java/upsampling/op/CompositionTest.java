package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Sum, multiple and sequence of linear maps.
class CompositionTest {
    private static final Shape IN = Shape.of(2, 1, 2, 3);

    /// What a learner may write in a cell: a map that hands on its argument.
    private record Identity(Shape inputShape) implements LinearOperator {
        @Override
        public Shape outputShape() {
            return inputShape;
        }

        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public Tensor adjoint(Tensor y) {
            return y;
        }
    }

    private static LinearOperator bilinear() {
        return Resize.bilinear().withScale(2).on(IN);
    }

    private static LinearOperator nearest() {
        return Resize.nearest().withScale(2).on(IN);
    }

    @Test
    void plusAddsTheMatrices() {
        LinearOperator sum = bilinear().plus(nearest());
        double[][] a = bilinear().matrix();
        double[][] b = nearest().matrix();
        double[][] matrix = sum.matrix();
        for (int o = 0; o < a.length; o++) for (int i = 0; i < a[o].length; i++) assertEquals(a[o][i] + b[o][i], matrix[o][i], 0.0);
        Gradients.assertAdjoint("plus", sum, 1);
        Tensor x = Samples.normal(2, IN);
        Close.assertNear("plus", sum.reference().apply(DoubleTensor.of(x)), DoubleTensor.of(sum.apply(x)), 1e-6);
    }

    @Test
    void scaledMultipliesTheMatrix() {
        LinearOperator scaled = bilinear().scaled(-0.75);
        double[][] a = bilinear().matrix();
        double[][] matrix = scaled.matrix();
        for (int o = 0; o < a.length; o++) for (int i = 0; i < a[o].length; i++) assertEquals(-0.75 * a[o][i], matrix[o][i], 0.0);
        Gradients.assertAdjoint("scaled", scaled, 3);
    }

    /// The detail that bilinear interpolation adds to nearest neighbours, and nothing else: sums, differences and sequences of maps are maps.
    @Test
    void aDifferenceFollowedByAMapIsTheDifferenceOfSequences() {
        LinearOperator down = AvgPool2d.of(2).on(bilinear().outputShape());
        LinearOperator whole = bilinear().plus(nearest().scaled(-1)).then(down);
        LinearOperator parts = bilinear().then(down).plus(nearest().then(down).scaled(-1));
        double[][] expected = parts.matrix();
        double[][] matrix = whole.matrix();
        for (int o = 0; o < matrix.length; o++) assertArrayEquals(expected[o], matrix[o], 1e-15);
        Gradients.assertAdjoint("difference", whole, 4);
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        LinearOperator down = AvgPool2d.of(2).on(bilinear().outputShape());
        LinearOperator map = bilinear().plus(nearest().scaled(2)).then(down).then(bilinear());
        try (Tensor x = Samples.normal(5, IN).to(backend); Tensor y = map.apply(x); Tensor back = map.adjoint(y)) {
            assertEquals(IN, back.shape());
            assertEquals(3, backend.open());
        }
        assertEquals(0, backend.open());
    }

    @Test
    void aMapThatHandsOnItsArgumentKeepsItOpen() {
        Identity identity = new Identity(IN);
        Tensor x = Samples.normal(6, IN);
        float[] before = x.toArray();
        assertArrayEquals(before, identity.then(identity).apply(x).toArray());
        assertArrayEquals(nearest().apply(x).toArray(), identity.then(nearest()).apply(x).toArray());
        assertArrayEquals(nearest().apply(x).toArray(), nearest().then(new Identity(nearest().outputShape())).apply(x).toArray());
        float[] twice = identity.plus(identity).apply(x).toArray();
        float[] tripled = identity.scaled(3).apply(x).toArray();
        for (int i = 0; i < before.length; i++) {
            assertEquals(2 * before[i], twice[i]);
            assertEquals(3 * before[i], tripled[i]);
        }
        assertArrayEquals(before, x.toArray(), "the argument is as it was");
    }

    @Test
    void mapsThatDoNotFitAndFactorsThatAreNoNumberAreRejected() {
        assertEquals("plus: both operators must have the same shapes, but they map [2, 1, 2, 3] -> [2, 1, 4, 6] and [2, 1, 2, 3] -> [2, 1, 2, 3]",
                assertThrows(IllegalArgumentException.class, () -> bilinear().plus(new Identity(IN))).getMessage());
        assertEquals("scaled: factor must be finite, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> bilinear().scaled(Double.NaN)).getMessage());
    }

    /// A map whose device runs out of memory, or whose thread is interrupted.
    private record Failing(Shape inputShape, Shape outputShape) implements LinearOperator {
        @Override
        public Tensor apply(Tensor x) {
            throw new IllegalStateException("no memory");
        }

        @Override
        public Tensor adjoint(Tensor y) {
            throw new IllegalStateException("no memory");
        }
    }

    @Test
    void aMapThatFailsLeavesNoResultOfTheOthersOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        Shape out = nearest().outputShape();
        Failing failing = new Failing(IN, out);
        try (Tensor x = Samples.normal(7, IN).to(backend)) {
            assertThrows(IllegalStateException.class, () -> nearest().then(new Failing(out, IN)).apply(x));
            assertThrows(IllegalStateException.class, () -> nearest().plus(failing).apply(x));
            assertThrows(IllegalStateException.class, () -> failing.plus(nearest()).apply(x));
            assertThrows(IllegalStateException.class, () -> new Identity(IN).then(failing).apply(x));
            assertEquals(1, backend.open(), "x alone");
            assertArrayEquals(Samples.normal(7, IN).toArray(), x.toArray());
        }
    }
}
