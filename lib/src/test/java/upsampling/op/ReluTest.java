package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/pooling.py`, PyTorch 2.15.
class ReluTest {
    private static final Relu RELU = Relu.of();

    @Test
    void forwardAndBackwardArePyTorchs() {
        Golden golden = Golden.of("pooling.txt", "Relu").getFirst();
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        Close.assertSame("forward", golden.tensor("y"), RELU.reference().forward(x));
        Close.assertSame("backward", golden.tensor("gradInput"), RELU.reference().backward(g, x));
        Close.assertSame("float forward", golden.tensor("y"), DoubleTensor.of(RELU.forward(x.toFloat())));
        Close.assertSame("float backward", golden.tensor("gradInput"), DoubleTensor.of(RELU.backward(g.toFloat(), x.toFloat())));
    }

    @Test
    void commutesWithMaxPoolingExactly() {
        Tensor x = Samples.normal(1, Shape.of(2, 3, 9, 8));
        MaxPool2d pool = MaxPool2d.of(3, 2).withPadding(1);
        assertArrayEquals(pool.forward(RELU.forward(x)).toArray(), RELU.forward(pool.forward(x)).toArray());
    }

    @Test
    void doesNotCommuteWithAveragePooling() {
        Tensor x = Tensor.image(new double[][] {{-4, 1}, {1, 1}});
        assertEquals(0, RELU.forward(AvgPool2d.of(2).forward(x)).get(0, 0));
        assertEquals(0.75f, AvgPool2d.of(2).forward(RELU.forward(x)).get(0, 0));
    }

    @Test
    void jacobianIsASelfAdjointDiagonal() {
        LinearOperator jacobian = RELU.at(Tensor.of(Shape.plane(1, 3), -1, 0, 2));
        assertArrayEquals(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 1}}, jacobian.matrix());
        Gradients.assertAdjoint("Relu.at", RELU.at(Samples.normal(2, Shape.of(2, 3, 4, 5))), 3);
    }

    @Test
    void gradientMatchesCentralDifferences() {
        Shape shape = Shape.of(2, 3, 4, 5);
        DoubleTensor x = Samples.apart(4, shape);
        DoubleTensor g = DoubleTensor.of(Samples.normal(5, shape));
        Gradients.assertCentralDifferences("Relu", RELU.reference()::forward, x, g, RELU.reference().backward(g, x));
    }

    @Test
    void nanStaysAndPassesItsGradient() {
        Tensor x = Tensor.of(Shape.plane(1, 4), Float.NaN, -0.0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE);
        assertArrayEquals(new float[] {Float.NaN, 0, 0, Float.MIN_VALUE}, RELU.forward(x).toArray());
        assertArrayEquals(new float[] {7, 0, 0, 7}, RELU.backward(Tensor.full(x.shape(), 7), x).toArray());
        assertArrayEquals(new float[] {0}, RELU.backward(Tensor.full(Shape.plane(1, 1), Float.NaN), Tensor.zeros(1, 1, 1, 1)).toArray(),
                "a closed gate stops even a NaN");
    }

    @Test
    void rejectsAGradientOfAnotherShape() {
        assertEquals("Relu.backward: shape of gradOutput must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                assertThrows(IllegalArgumentException.class, () -> RELU.backward(Tensor.zeros(1, 1, 3, 2), Tensor.zeros(1, 1, 2, 3))).getMessage());
    }
}
