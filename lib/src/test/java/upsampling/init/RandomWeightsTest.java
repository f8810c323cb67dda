package upsampling.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Kaiming and Xavier. Numbers of the curriculum: section 4.7, caveat K8, tasks 8.2 and 8.5.
class RandomWeightsTest {
    private static final Shape WEIGHT = Shape.of(64, 32, 7, 7); // 100 352 numbers

    @Test
    void kaimingHasTheDeviationsOfTheTask() {
        assertEquals(.163299, Kaiming.std(75, 0), 5e-7);
        assertEquals(.160128, Kaiming.std(75, .2), 5e-7);
        assertEquals(.083333, Kaiming.std(48, Math.sqrt(5)), 5e-7);
    }

    /// ```python
    /// torch.nn.init.calculate_gain('relu'), ('leaky_relu', .2), ('leaky_relu', 5**.5)       # PyTorch 2.15
    /// ```
    @Test
    void gainsArePytorchs() {
        assertEquals(1.4142135623730951, Kaiming.gain(0));
        assertEquals(1.3867504905630728, Kaiming.gain(.2), 1e-15);
        assertEquals(.5773502691896257, Kaiming.gain(Math.sqrt(5)), 1e-15);
        assertEquals(1, Kaiming.gain(1));
    }

    /// K8: the default bound of ConvTranspose2d is sqrt(groups / (Cout * k^2)); 64 -> 16 channels, k4, 4 groups: 1/8.
    @Test
    void uniformWithSlopeRootFiveIsPytorchsDefault() {
        Shape weight = Shape.of(64, 4, 4, 4);
        double bound = Math.sqrt(3) * Kaiming.std(Fan.pytorch(weight).in(), Math.sqrt(5));
        assertEquals(.125, bound, 1e-15);
        float largest = 0;
        for (float w : Kaiming.uniform(weight, Fan.pytorch(weight).in(), Math.sqrt(5), Noise.generator(1)).data()) largest = Math.max(largest, Math.abs(w));
        assertTrue(largest <= .125f && largest > .1245f, "largest of 4096: " + largest);
    }

    @Test
    void xavierUsesBothFans() {
        assertEquals(Math.sqrt(2 / 100.0), Xavier.std(new Fan(30, 70), 1), 1e-16);
        assertEquals(2 * Math.sqrt(2 / 100.0), Xavier.std(new Fan(70, 30), 2), 1e-16);
    }

    @Test
    void normalWeightsHaveTheirVarianceAndTails() {
        checkNormal(Kaiming.normal(WEIGHT, 75, .2, Noise.generator(1)), Kaiming.std(75, .2));
        checkNormal(Xavier.normal(WEIGHT, new Fan(30, 70), 2, Noise.generator(2)), Xavier.std(new Fan(30, 70), 2));
    }

    private static void checkNormal(Tensor weight, double std) {
        assertEquals(WEIGHT, weight.shape());
        assertEquals(std, measured(weight), .01 * std);
        int far = 0;
        for (float w : weight.data()) if (Math.abs(w) > 2 * std) far++;
        assertEquals(.0455, far / (double) weight.data().length, .005);
    }

    @Test
    void uniformWeightsHaveTheSameVarianceAndABound() {
        checkUniform(Kaiming.uniform(WEIGHT, 75, .2, Noise.generator(3)), Kaiming.std(75, .2));
        checkUniform(Xavier.uniform(WEIGHT, new Fan(30, 70), 2, Noise.generator(4)), Xavier.std(new Fan(30, 70), 2));
    }

    private static void checkUniform(Tensor weight, double std) {
        assertEquals(WEIGHT, weight.shape());
        assertEquals(std, measured(weight), .01 * std);
        for (float w : weight.data()) assertTrue(Math.abs(w) <= Math.sqrt(3) * std * (1 + 1e-6));
    }

    /// Standard deviation around 0; asserts that the mean is 0.
    private static double measured(Tensor weight) {
        double sum = 0;
        double squares = 0;
        for (float w : weight.data()) {
            sum += w;
            squares += (double) w * w;
        }
        int n = weight.data().length;
        double std = Math.sqrt(squares / n);
        assertEquals(0, sum / n, .015 * std);
        return std;
    }

    @Test
    void theGeneratorDecides() {
        Shape shape = Shape.of(2, 3, 1, 5);
        float[] first = Kaiming.normal(shape, 3, 0, Noise.generator(5)).toArray();
        assertArrayEquals(first, Kaiming.normal(shape, 3, 0, Noise.generator(5)).toArray());
        assertFalse(Arrays.equals(first, Kaiming.normal(shape, 3, 0, Noise.generator(6)).toArray()));
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsFansAndGainsWithoutSize() {
        assertEquals("Kaiming: fan must be finite and > 0.0, but was 0.0", message(() -> Kaiming.std(0, 0)));
        assertEquals("Kaiming: negativeSlope must be finite, but was NaN", message(() -> Kaiming.normal(WEIGHT, 1, Double.NaN, Noise.generator(1))));
        assertEquals("Xavier: gain must be finite and > 0.0, but was -1.0", message(() -> Xavier.uniform(WEIGHT, new Fan(1, 1), -1, Noise.generator(1))));
    }

    @Test
    void anInterruptStopsIt() {
        for (Runnable work : new Runnable[] {() -> Kaiming.normal(WEIGHT, 1, 0, Noise.generator(1)), () -> Kaiming.uniform(WEIGHT, 1, 0, Noise.generator(1))}) {
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, work::run);
            } finally {
                Thread.interrupted();
            }
        }
    }
}
