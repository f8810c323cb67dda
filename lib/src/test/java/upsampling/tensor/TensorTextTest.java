package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTextTest {

    @Test
    void smallTensorsShowTheirRows() {
        assertEquals("Tensor on scalar [1, 1, 2, 2]\n  4.75 3\n  3.75 -5.25", Tensor.image(new double[][] {{4.75, 3}, {3.75, -5.25}}).toString());
        assertEquals("DoubleTensor [1, 2, 1, 2]\n  1 2\n\n  3 NaN", DoubleTensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, Double.NaN).toString());
    }

    @Test
    void largeTensorsShowTheirRange() {
        float[] values = new float[65];
        values[3] = -1.5f;
        values[4] = Float.NaN;
        values[5] = 7;
        assertEquals("Tensor on scalar [1, 1, 5, 13], values in -1.5 .. 7, 1 NaN", Tensor.of(Shape.plane(5, 13), values).toString());
        assertEquals("Tensor on scalar [1, 1, 1, 65], 65 NaN", Tensor.full(Shape.plane(1, 65), Float.NaN).toString());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-0.0, 0", "0.333333333, 0.3333", "0.5, 0.5", "1234567, 1.235e+06", "0.00001, 1e-05", "123.456, 123.5", "1000.4, 1000",
        "NaN, NaN", "-Infinity, -Infinity"})
    void numbersHaveFourSignificantDigits(double value, String expected) {
        assertEquals(expected, TensorText.number(value));
    }
}
