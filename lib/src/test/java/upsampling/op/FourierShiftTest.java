package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.tensor.Border;
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
        assertEquals(x.dot(x), half.dot(half), 1e-13, "the energy stays");
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

    /// Curriculum 6.6, the row E(.5): how far upsampling by 2 and a shift by half a cell are from commuting, for a Gaussian bump on a ring of 64 cells.
    @ParameterizedTest
    @CsvSource({"'1 1', .2341", "'1 2 1', .0476", "'1 3 3 1', .0123", "'1 4 6 4 1', .0037", "'4 9 6 1', .0304", "'1 1 1', .6128"})
    void equivarianceErrorsOfKernelsAreThoseOfTheCurriculum(String weights, double expected) {
        Shape in = Shape.plane(8, 64); // the same row eight times: the blur along the height is a factor
        DoubleTensor x = DoubleTensor.zeros(in);
        for (int i = 0; i < in.size(); i++) x.data()[i] = Math.exp(-Math.pow(i % 64 - 30.3, 2) / (2 * 1.5 * 1.5));
        LinearOperator insertion = ZeroInsertion.of(1, 2).withOutputSize(8, 128).on(in);
        double[] kernel = Arrays.stream(weights.split(" ")).mapToDouble(Double::parseDouble).toArray();
        LinearOperator up = insertion.then(Blur.of(kernel).withBorder(Border.CIRCULAR).on(insertion.outputShape()));
        double[] shiftedFirst = FourierShift.of(0, 0.5).on(in).then(up).reference().apply(x).data();
        double[] shiftedLast = up.then(FourierShift.of(0, 1).on(up.outputShape())).reference().apply(x).data();
        double difference = 0;
        double energy = 0;
        for (int i = 0; i < shiftedLast.length; i++) {
            difference += Math.pow(shiftedFirst[i] - shiftedLast[i], 2);
            energy += Math.pow(shiftedLast[i], 2);
        }
        assertEquals(expected, Math.sqrt(difference / energy), 5e-5);
    }

    @Test
    void shiftsThatAreNoNumberAreRejected() {
        assertEquals("FourierShift: shiftHeight must be finite, but was NaN", rejection(() -> FourierShift.of(Double.NaN, 0)));
        assertEquals("FourierShift: shiftWidth must be finite, but was -Infinity", rejection(() -> FourierShift.of(0, Double.NEGATIVE_INFINITY)));
    }
}
