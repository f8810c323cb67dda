package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.op.AvgPool2d;
import upsampling.op.MaxPool2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class NoiseTest {

    private static double mean(Tensor x) {
        double sum = 0;
        for (float v : x.data()) sum += v;
        return sum / x.data().length;
    }

    private static double variance(Tensor x) {
        double mean = mean(x);
        double squares = 0;
        for (float v : x.data()) squares += (v - mean) * (v - mean);
        return squares / x.data().length;
    }

    @Test
    void sameSeedGivesTheSameNumbers() {
        Shape shape = Shape.of(1, 2, 3, 4);
        assertArrayEquals(Noise.normal(7, shape).toArray(), Noise.normal(7, shape).toArray());
        assertEquals(Noise.generator(7).nextLong(), Noise.generator(7).nextLong());
    }

    /// Caveat K4 of the curriculum: of four normal samples the maximum has mean 1.0294 and variance 0.4917, the mean has variance 0.25.
    /// The tolerances are at least four standard errors for 250 000 windows.
    @Test
    void maximumOfFourIsLessRobustThanTheirMean() {
        Tensor x = Noise.normal(1, Shape.plane(1000, 1000));
        assertEquals(0, mean(x), 0.004);
        assertEquals(1, variance(x), 0.006);
        Tensor max = MaxPool2d.of(2).forward(x);
        assertEquals(1.0294, mean(max), 0.006);
        assertEquals(0.4917, variance(max), 0.006);
        assertEquals(0.25, variance(AvgPool2d.of(2).forward(x)), 0.003);
    }

    /// Mean and variance both equal the parameter; the smallest probability is that of nothing at all.
    @ParameterizedTest
    @ValueSource(doubles = {.3, 4, 50, 700})
    void poissonNumbersHaveTheirMeanAsVariance(double mean) {
        RandomGenerator generator = Noise.generator(9);
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            int count = Noise.poisson(generator, mean);
            sum += count;
            squares += (count - mean) * (count - mean);
            if (count == 0) zeros++;
        }
        assertEquals(mean, sum / n, 4 * Math.sqrt(mean / n));
        assertEquals(mean, squares / n, 4 * mean * Math.sqrt((2 + 1 / mean) / n));
        assertEquals(Math.exp(-mean), zeros / (double) n, 4 * Math.sqrt(Math.exp(-mean) / n));
    }

    @Test
    void poissonRejectsMeansItCannotReach() {
        assertEquals(0, Noise.poisson(Noise.generator(1), 0));
        assertEquals("Noise.poisson: mean must be in 0.0..700.0, but was 701.0", Rejections.message(() -> Noise.poisson(Noise.generator(1), 701)));
        assertEquals("Noise.poisson: mean must be in 0.0..700.0, but was NaN", Rejections.message(() -> Noise.poisson(Noise.generator(1), Double.NaN)));
    }
}
