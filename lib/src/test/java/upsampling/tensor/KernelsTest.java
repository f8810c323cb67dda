package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// Numbers of the curriculum: caveat K5, task 2.3.
class KernelsTest {

    private static double[] weights(double t, double a) {
        return new double[] {Kernels.cubic(1 + t, a), Kernels.cubic(t, a), Kernels.cubic(1 - t, a), Kernels.cubic(2 - t, a)};
    }

    private static double moment(double[] weights, int power) {
        double sum = 0;
        for (int k = -1; k <= 2; k++) sum += Math.pow(k, power) * weights[k + 1];
        return sum;
    }

    @Test
    void cubicWeightsAreThoseOfTheTask() {
        assertArrayEquals(new double[] {-.10546875, .87890625, .26171875, -.03515625}, weights(.25, Kernels.PYTORCH_CUBIC));
        assertArrayEquals(new double[] {-.0625, .5625, .5625, -.0625}, weights(.5, Kernels.KEYS_CUBIC));
        assertArrayEquals(new double[] {0, 1, 0, 0}, weights(0, -0.6), "exactly, whatever a is");
    }

    /// The polynomials as Keys writes them; the library has them factored.
    @Test
    void cubicIsKeysEquation() {
        for (double a : new double[] {-0.75, -0.5, -0.6, 0}) {
            for (double t = -2.5; t <= 2.5; t += 1 / 64.0) {
                double d = Math.abs(t);
                double keys = d <= 1 ? (a + 2) * d * d * d - (a + 3) * d * d + 1 : d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
                assertEquals(keys, Kernels.cubic(t, a), 1e-14, "t=" + t + " a=" + a);
            }
        }
    }

    @Test
    void keysReproducesQuadraticsAndPyTorchConstantsOnly() {
        assertEquals(1, moment(weights(.25, Kernels.PYTORCH_CUBIC), 0));
        assertEquals(.296875, moment(weights(.25, Kernels.PYTORCH_CUBIC), 1));
        assertEquals(.25, moment(weights(.25, Kernels.KEYS_CUBIC), 1));
        assertEquals(.0625, moment(weights(.25, Kernels.KEYS_CUBIC), 2));
    }

    @Test
    void gaussianIsTheSampledBellWithSumOne() {
        double z = 1 + 2 * Math.exp(-1 / 4.5) + 2 * Math.exp(-4 / 4.5);
        double[] expected = {Math.exp(-4 / 4.5) / z, Math.exp(-1 / 4.5) / z, 1 / z, Math.exp(-1 / 4.5) / z, Math.exp(-4 / 4.5) / z};
        assertArrayEquals(expected, Kernels.gaussian(2, 1.5), 1e-16);
        assertArrayEquals(new double[] {1}, Kernels.gaussian(0, 7));
    }

    /// The square of the second is 0, and `exp(-j^2 / (2*sigma^2))` would be `exp(-0/0)` in the middle.
    @Test
    void aVeryNarrowGaussianIsACopyAndAVeryWideOneABox() {
        for (double sigma : new double[] {0, 1e-200, 1e-3}) {
            assertArrayEquals(new double[] {0, 0, 1, 0, 0}, Kernels.gaussian(2, sigma), "sigma=" + sigma);
        }
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, Kernels.gaussian(1, Double.POSITIVE_INFINITY), 1e-16);
        assertEquals(Kernels.gaussian(50_000, 1e6)[0], Kernels.gaussian(50_000, 1e6)[100_000], "the square of the distance does not fit an int");
    }

    @Test
    void rejectsGaussiansThatDoNotExist() {
        assertEquals("Kernels.gaussian: radius must be >= 0, but was -1",
                assertThrows(IllegalArgumentException.class, () -> Kernels.gaussian(-1, 1)).getMessage());
        assertEquals("Kernels.gaussian: sigma must be >= 0.0, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> Kernels.gaussian(1, Double.NaN)).getMessage());
        assertEquals("Kernels.gaussian: number of weights must be at most 2147483647, but would be 2147483649 = 2*1073741824 + 1",
                assertThrows(ArithmeticException.class, () -> Kernels.gaussian(1 << 30, 1)).getMessage());
    }

    @Test
    void triangleIsOneAtItsCellAndZeroAtTheNext() {
        assertArrayEquals(new double[] {0, 0, .25, 1, .5, 0, 0}, new double[] {Kernels.triangle(-1.5), Kernels.triangle(-1), Kernels.triangle(-.75),
                Kernels.triangle(0), Kernels.triangle(.5), Kernels.triangle(1), Kernels.triangle(7)});
    }
}
