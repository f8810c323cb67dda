package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// Numbers of the curriculum: section 6.7, the example by hand of lesson 6, tasks 6.4 and 6.5.
class BalanceTest {

    private static double[][] counting(int first, int step) {
        double[][] kernel = new double[3][3];
        for (int i = 0; i < 9; i++) kernel[i / 3][i % 3] = first + step * i;
        return kernel;
    }

    @Test
    void penaltyAndGradientOfTheTask() {
        Balance ones = Balance.of(counting(1, 0), 2);
        assertEquals(4.75, ones.penalty());
        assertArrayEquals(new double[][] {{3.5, -.5, 3.5}, {-.5, -2.5, -.5}, {3.5, -.5, 3.5}}, ones.gradient().plane(0, 0));
        Balance numbers = Balance.of(counting(1, 1), 2);
        assertEquals(118.75, numbers.penalty());
        assertArrayEquals(new double[][] {{17.5, -2.5, 17.5}, {-2.5, -12.5, -2.5}, {17.5, -2.5, 17.5}}, numbers.gradient().plane(0, 0));
    }

    /// The all-ones kernel becomes 2.25 times the bilinear one.
    @Test
    void projectionOfTheExampleByHand() {
        double[][] bilinear = {{.5625, 1.125, .5625}, {1.125, 2.25, 1.125}, {.5625, 1.125, .5625}};
        assertArrayEquals(bilinear, Balance.projected(counting(1, 0), 2));
        assertArrayEquals(new double[][] {{-1.1875, 2.625, .8125}, {4.625, 11.25, 6.625}, {4.8125, 8.625, 6.8125}}, Balance.projected(counting(1, 1), 2));
    }

    /// The curriculum calls the projection the nearest balanced kernel; it is the nearest of the same sum. Without that condition the phase sums would go to
    /// (sum of S/n) / (sum of 1/n) over the phases, here 4/2.25.
    @Test
    void theProjectionIsTheNearestBalancedKernelOfTheSameSum() {
        double[][] ones = counting(1, 0);
        assertEquals(2.390625, squaredChange(ones, Balance.projected(ones, 2)));
        assertEquals(17 / 9.0, squaredChange(ones, Balance.withSums(ones, 2, 16 / 9.0)), 1e-12);
        assertTrue(squaredChange(ones, Balance.withSums(ones, 2, 16 / 9.0 + .01)) > 17 / 9.0 && squaredChange(ones, Balance.withSums(ones, 2, 16 / 9.0 - .01)) > 17 / 9.0);
    }

    private static double squaredChange(double[][] from, double[][] to) {
        double sum = 0;
        for (int h = 0; h < from.length; h++) for (int w = 0; w < from[h].length; w++) sum += (to[h][w] - from[h][w]) * (to[h][w] - from[h][w]);
        return sum;
    }

    /// Task 14.3: constants survive with the sum 1, totals with 1/s^2.
    @Test
    void phaseSumsCanBePrescribed() {
        double[][] kernel = counting(1, 1);
        for (double[] row : kernel) for (int i = 0; i < 3; i++) row[i] /= 10;
        double[][] expected = {{-.15, .2, .05}, {.4, 1, .6}, {.45, .8, .65}};
        double[][] actual = Balance.withSums(kernel, 2, 1);
        for (int h = 0; h < 3; h++) assertArrayEquals(expected[h], actual[h], 1e-15);
        double[][] ones = new double[4][4];
        for (double[] row : ones) Arrays.fill(row, 1);
        for (double[] row : Balance.withSums(ones, 2, .25)) for (double weight : row) assertEquals(1 / 16.0, weight);
        DoubleTensor two = Balance.withSums(random(5, Shape.of(1, 2, 3, 4)), 1, 2, -3);
        assertArrayEquals(new double[] {-3, -3}, PhaseSums.of(two.plane(0, 1), 1, 2).sums()[0], 1e-14);
    }

    private static DoubleTensor random(long seed, Shape shape) {
        RandomGenerator random = Noise.generator(seed);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = random.nextGaussian();
        return DoubleTensor.of(shape, values);
    }

    @Test
    void gradientIsTheCentralDifference() {
        DoubleTensor weight = random(1, Shape.of(2, 3, 4, 5));
        Balance balance = Balance.of(weight, 2, 3);
        double step = 1e-6;
        for (int i = 0; i < weight.data().length; i++) {
            double before = weight.data()[i];
            weight.data()[i] = before + step;
            double up = Balance.of(weight, 2, 3).penalty();
            weight.data()[i] = before - step;
            double down = Balance.of(weight, 2, 3).penalty();
            weight.data()[i] = before;
            assertEquals((up - down) / (2 * step), balance.gradient().data()[i], 1e-7, "weight " + i);
        }
    }

    @Test
    void penaltiesOfAllKernelsAddUp() {
        DoubleTensor weight = random(2, Shape.of(2, 3, 4, 5));
        double sum = 0;
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) sum += 6 * PhaseSums.of(weight.plane(n, c), 2, 3).variance();
        }
        assertEquals(sum, Balance.of(weight, 2, 3).penalty(), 1e-12);
    }

    /// The projection is balanced, keeps the mean of the sums, is its own projection, and no other balanced kernel is nearer: the step is a
    /// multiple, tap by tap, of directions that change phase sums only.
    @Test
    void projectionIsTheNearestBalancedKernel() {
        DoubleTensor weight = random(3, Shape.of(2, 2, 5, 4));
        DoubleTensor projected = Balance.projected(weight, 2, 3);
        assertEquals(0, Balance.of(projected, 2, 3).penalty(), 1e-28);
        assertArrayEquals(projected.data(), Balance.projected(projected, 2, 3).data(), 1e-15);
        DoubleTensor other = Balance.projected(random(4, Shape.of(2, 2, 5, 4)), 2, 3);
        for (int n = 0; n < 4; n++) {
            double gain = PhaseSums.of(weight.plane(n / 2, n % 2), 2, 3).mean();
            assertEquals(gain, PhaseSums.of(projected.plane(n / 2, n % 2), 2, 3).mean(), 1e-14);
            double product = 0; // (weight - projected) is orthogonal to every difference of two balanced kernels with the same mean
            double otherGain = PhaseSums.of(other.plane(n / 2, n % 2), 2, 3).mean();
            for (int i = 20 * n; i < 20 * n + 20; i++) {
                product += (weight.data()[i] - projected.data()[i]) * (other.data()[i] * gain / otherGain - projected.data()[i]);
            }
            assertEquals(0, product, 1e-12);
        }
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsKernelsThatLeaveGaps() {
        assertEquals("Balance.projected: kernel height 2 is smaller than the stride 3, so 1 of the phases have no tap and always the sum 0; "
                + "use a kernel >= 3", message(() -> Balance.projected(new double[2][2], 3)));
        assertTrue(Balance.of(new double[][] {{1, 1}, {1, 1}}, 3).penalty() > 0, "the penalty itself is defined");
        DoubleTensor flat = DoubleTensor.zeros(Shape.of(1, 1, 3, 1));
        assertTrue(message(() -> Balance.projected(flat, 1, 2)).startsWith("Balance.projected: kernel width 1 is smaller than the stride 2"));
        assertTrue(message(() -> Balance.withSums(new double[2][2], 3, 1)).startsWith("Balance.withSums: kernel height 2 is smaller than the stride 3"));
        assertEquals("Balance.withSums: wanted must be finite, but was NaN", message(() -> Balance.withSums(new double[2][2], 2, Double.NaN)));
        assertEquals("Balance.withSums: strideHeight must be >= 1, but was 0", message(() -> Balance.withSums(new double[2][2], 0, 1)));
        assertEquals("Balance: strideHeight must be >= 1, but was 0", message(() -> Balance.of(flat, 0, 1)));
        assertEquals("Balance.projected: strideWidth must be >= 1, but was 0", message(() -> Balance.projected(flat, 1, 0)));
        assertEquals("Balance: number of rows must be >= 1, but was 0", message(() -> Balance.of(new double[0][], 1)));
        assertEquals("Balance.projected: length of row 0 must be >= 1, but was 0", message(() -> Balance.projected(new double[1][0], 1)));
        assertEquals("Balance: length of row 1 must be 1, but was 2", message(() -> Balance.of(new double[][] {{1}, {1, 2}}, 1)));
    }

    @Test
    void anInterruptStopsIt() {
        for (Runnable work : Arrays.<Runnable>asList(() -> Balance.of(counting(1, 1), 2), () -> Balance.projected(counting(1, 1), 2))) {
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, work::run);
            } finally {
                Thread.interrupted();
            }
        }
    }
}
