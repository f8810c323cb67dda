package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class FourierShiftTest extends FixedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("fixed.txt", "FourierShift");
    }

    @Override
    FixedOperator operatorOf(Golden golden) {
        return FourierShift.of(golden.doubles("shift")[0], golden.doubles("shift")[1]);
    }

    @Override
    Case randomCase(RandomGenerator random) {
        return new Case(FourierShift.of(random.nextDouble(-9, 9), random.nextDouble(-9, 9)), randomShape(random));
    }

    @Override
    double tolerance() {
        return 1e-13;
    }

    @Test
    void wholeShiftsCopyExactly() {
        Tensor x = Tensor.image(new double[][] {{1, 2, 3, Double.NEGATIVE_INFINITY}, {5, 6, 7, Double.NaN}});
        Tensor y = FourierShift.of(-1, 5).forward(x);
        assertEquals(x.shape(), y.shape());
        assertArrayEquals(new double[][] {{Double.NaN, 5, 6, 7}, {Double.NEGATIVE_INFINITY, 1, 2, 3}}, y.plane(0, 0));
        assertArrayEquals(x.toArray(), FourierShift.of(1e15 * 2, -4).forward(x).toArray());
    }

    /// A wave below half the grid's frequency moves as the formula says; two half shifts are a whole one.
    @Test
    void aWaveMovesByAPartOfACell() {
        int size = 9;
        DoubleTensor x = DoubleTensor.zeros(Shape.plane(1, size));
        DoubleTensor expected = DoubleTensor.zeros(x.shape());
        for (int w = 0; w < size; w++) {
            x.data()[w] = Math.cos(2 * Math.PI * 3 * w / size + 0.4);
            expected.data()[w] = Math.cos(2 * Math.PI * 3 * (w - 0.37) / size + 0.4);
        }
        Close.assertNear("wave", expected, FourierShift.of(0, 0.37).reference().forward(x), 1e-14);
        DoubleTensor half = FourierShift.of(0, 0.5).reference().forward(x);
        Close.assertNear("twice a half", FourierShift.of(0, 1).reference().forward(x), FourierShift.of(0, 0.5).reference().forward(half), 1e-14);
        assertEquals(Gradients.dot(x, x), Gradients.dot(half, half), 1e-13, "the energy stays");
    }

    /// Curriculum 6.6: at the highest wave of an even length only the real part is kept, `cos(pi*shift)`.
    @Test
    void theNyquistWaveKeepsItsRealPart() {
        Tensor x = Tensor.of(Shape.plane(1, 4), 1, -1, 1, -1);
        double factor = Math.cos(Math.PI * 0.3);
        DoubleTensor expected = DoubleTensor.of(x.shape(), factor, -factor, factor, -factor);
        Close.assertNear("reference", expected, FourierShift.of(0, 0.3).reference().forward(DoubleTensor.of(x)), 1e-15);
        Close.assertNear("table", expected, DoubleTensor.of(FourierShift.of(0, 0.3).forward(x)), 1e-6);
    }

    @Test
    void shiftsThatAreNoNumberAreRejected() {
        assertEquals("FourierShift: shiftHeight must be finite, but was NaN", rejection(() -> FourierShift.of(Double.NaN, 0)));
        assertEquals("FourierShift: shiftWidth must be finite, but was -Infinity", rejection(() -> FourierShift.of(0, Double.NEGATIVE_INFINITY)));
    }
}
