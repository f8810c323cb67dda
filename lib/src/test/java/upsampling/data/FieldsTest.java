package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void meanIsZeroAndVarianceOne(double exponent) {
        Tensor x = Fields.powerLaw(1, 16, 64, exponent);
        assertEquals(Shape.plane(16, 64), x.shape());
        double sum = 0;
        double squares = 0;
        for (float v : x.data()) {
            sum += v;
            squares += (double) v * v;
        }
        assertEquals(0, sum / x.data().length, 1e-7);
        assertEquals(1, squares / x.data().length, 1e-6);
    }

    /// One coefficient of the discrete Fourier transform, by its definition.
    private static double[] coefficient(Tensor x, int u, int v) {
        Shape shape = x.shape();
        double real = 0;
        double imaginary = 0;
        for (int h = 0; h < shape.h(); h++) {
            for (int w = 0; w < shape.w(); w++) {
                double angle = -2 * Math.PI * ((double) u * h / shape.h() + (double) v * w / shape.w());
                real += x.get(h, w) * Math.cos(angle);
                imaginary += x.get(h, w) * Math.sin(angle);
            }
        }
        return new double[] {real, imaginary};
    }

    /// The same seed with another exponent has the same spectrum, divided by a power of the radius and by one common number.
    @Test
    void spectrumFallsWithTheRadiusToTheExponent() {
        int height = 8;
        int width = 16;
        double exponent = 1.5;
        Tensor white = Fields.powerLaw(3, height, width, 0);
        Tensor field = Fields.powerLaw(3, height, width, exponent);
        double common = Double.NaN;
        for (int u = 0; u < height; u++) {
            for (int v = 0; v < width; v++) {
                if (u == 0 && v == 0) continue;
                double radius = Math.hypot((u < height / 2 ? u : u - height) / (double) height, (v < width / 2 ? v : v - width) / (double) width);
                double[] before = coefficient(white, u, v);
                double[] after = coefficient(field, u, v);
                if (Double.isNaN(common)) common = Math.hypot(after[0], after[1]) / Math.hypot(before[0], before[1]) * Math.pow(radius, exponent);
                double gain = common * Math.pow(radius, -exponent);
                assertEquals(before[0] * gain, after[0], 2e-4, "real part at " + u + ", " + v);
                assertEquals(before[1] * gain, after[1], 2e-4, "imaginary part at " + u + ", " + v);
            }
        }
    }

    @Test
    void seedDecidesThePicture() {
        assertArrayEquals(Fields.powerLaw(5, 8, 8, 1).toArray(), Fields.powerLaw(5, 8, 8, 1).toArray());
        assertFalse(Arrays.equals(Fields.powerLaw(5, 8, 8, 1).toArray(), Fields.powerLaw(6, 8, 8, 1).toArray()));
    }

    @Test
    void rejectsWhatTheFourierTransformCannotDo() {
        assertEquals("Fields.powerLaw: height must be a power of two and at least 2 (fast Fourier transform), but was 12",
                rejection(() -> Fields.powerLaw(1, 12, 16, 1)));
        assertEquals("Fields.powerLaw: width must be a power of two and at least 2 (fast Fourier transform), but was 1",
                rejection(() -> Fields.powerLaw(1, 4, 1, 1)));
        assertEquals("Fields.powerLaw: exponent must be finite, but was NaN", rejection(() -> Fields.powerLaw(1, 4, 4, Double.NaN)));
        assertEquals("Fields.powerLaw: exponent 1500.0 makes amplitudes that no double holds, the sum of their squares is NaN; "
                + "use an exponent nearer to 0", rejection(() -> Fields.powerLaw(1, 4, 4, 1500)));
        assertEquals("Fields.powerLaw: exponent -1500.0 makes amplitudes that no double holds, the sum of their squares is 0.0; "
                + "use an exponent nearer to 0", rejection(() -> Fields.powerLaw(1, 4, 4, -1500)));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
