package upsampling.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.data.Noise;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Numbers of the curriculum: caveat K8, section 6.9, tasks 8.1, 8.3 and 8.4.
class FanTest {

    /// ```python
    /// from torch.nn.init import _calculate_fan_in_and_fan_out as fans          # PyTorch 2.15
    /// for m in (torch.nn.Conv2d(3, 8, 5), torch.nn.ConvTranspose2d(64, 16, 4, groups=4),
    ///           torch.nn.Conv2d(8, 6, (1, 3), groups=2), torch.nn.ConvTranspose2d(3, 5, (2, 3), stride=3)):
    ///     print(list(m.weight.shape), fans(m.weight))
    /// ```
    @ParameterizedTest
    @CsvSource({"8, 3, 5, 5, 75, 200", "64, 4, 4, 4, 64, 1024", "6, 4, 1, 3, 12, 18", "3, 5, 2, 3, 30, 18"})
    void pytorchReadsTheShapeAlone(int a, int b, int kernelHeight, int kernelWidth, double in, double out) {
        assertEquals(new Fan(in, out), Fan.pytorch(Shape.of(a, b, kernelHeight, kernelWidth)));
    }

    @Test
    void effectiveFansAreThoseOfTheTask() {
        assertEquals(new Fan(256, 256), Fan.convTranspose2d(Shape.of(64, 16, 4, 4), 1, 2, 2));
        assertEquals(144, Fan.convTranspose2d(Shape.of(64, 16, 3, 3), 1, 2, 2).in());
        assertEquals(new Fan(64, 64), Fan.convTranspose2d(Shape.of(64, 4, 4, 4), 4, 2, 2));
        assertEquals(44.4444, Fan.convTranspose2d(Shape.of(16, 16, 5, 5), 1, 3, 3).in(), 5e-5);
        assertEquals(6 * 2 * 5 / 2.0 / 3.0, Fan.convTranspose2d(Shape.of(6, 1, 2, 5), 1, 2, 3).in(), 1e-15);
    }

    /// K8: PyTorch's fan_in keeps the gradients; forward it is wrong by Cin / (Cout * s^2).
    @Test
    void fanInOfPytorchIsTheFanOfTheGradient() {
        Shape weight = Shape.of(24, 16, 4, 4);
        Fan fan = Fan.convTranspose2d(weight, 1, 2, 2);
        assertEquals(fan.out(), Fan.pytorch(weight).in());
        assertEquals(24 / (16 * 4.0), fan.in() / Fan.pytorch(weight).in());
        Fan both = Fan.convTranspose2d(Shape.of(64, 16, 3, 3), 1, 2, 2);
        assertEquals(both.in(), both.out(), "Cin = Cout * s^2");
    }

    /// Counts the taps that meet the cells, by walking over a large row: outputs of a transposed convolution, and inputs of a convolution.
    @ParameterizedTest
    @CsvSource({"3, 2, 0, 1", "3, 2, 1, 1", "4, 2, 1, 1", "5, 3, 2, 1", "2, 3, 0, 1", "3, 2, 1, 2", "3, 2, 1, 3"})
    void fansAreCountedProducts(int kernel, int stride, int padding, int dilation) {
        Window window = new Window(kernel, stride, padding, dilation);
        int cells = 60;
        int[] products = new int[window.transposedOutputSize(cells)];
        for (int i = 0; i < cells; i++) {
            for (int t = 0; t < kernel; t++) {
                int o = window.cell(i, t);
                if (o >= 0 && o < products.length) products[o]++;
            }
        }
        int middle = products.length / 2 / stride * stride;
        double[][] phases = Fan.perPhase(5, window, Window.of(1));
        double sum = 0;
        for (int r = 0; r < stride; r++) {
            assertEquals(5 * products[middle + r], phases[r][0], "phase " + r);
            sum += phases[r][0];
        }
        assertEquals(sum / stride, Fan.convTranspose2d(Shape.of(5, 7, kernel, 1), 1, stride, 1).in(), 1e-12);
        assertEquals(7 * sum / 5 / stride, Fan.conv2d(Shape.of(7, 5, kernel, 1), 1, stride, 1).out(), 1e-12);
    }

    @Test
    void phasesHaveTheVariancesOfTheTask() {
        Window k3 = Window.of(3).withStride(2);
        assertArrayEquals(new double[][] {{4, 2}, {2, 1}}, scaled(Fan.perPhase(64, k3, k3), 1 / 64.0));
        assertArrayEquals(new double[][] {{1, 2}, {2, 4}}, scaled(Fan.perPhase(64, k3.withPadding(1), k3.withPadding(1)), 1 / 64.0));
        Window k4 = Window.of(4).withStride(3);
        assertArrayEquals(new double[][] {{4, 2, 2}, {2, 1, 1}, {2, 1, 1}}, scaled(Fan.perPhase(9, k4, k4), 1 / 9.0));
    }

    private static double[][] scaled(double[][] x, double factor) {
        for (double[] row : x) {
            for (int i = 0; i < row.length; i++) row[i] *= factor;
        }
        return x;
    }

    /// Random weights on random inputs: the variance of each phase is its fan times the variance of a weight.
    @Test
    void measuredVariancePerPhaseIsItsFan() {
        RandomGenerator random = Noise.generator(3);
        Window window = Window.of(3).withStride(2).withPadding(1);
        int channels = 8;
        double[] squares = new double[2];
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] y = new double[window.transposedOutputSize(4)];
            for (int c = 0; c < channels; c++) {
                double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
                for (int i = 0; i < 4; i++) {
                    double x = random.nextGaussian();
                    for (int t = 0; t < 3; t++) {
                        int o = window.cell(i, t);
                        if (o >= 0 && o < y.length) y[o] += w[t] * x;
                    }
                }
            }
            squares[0] += y[2] * y[2] / trials;
            squares[1] += y[3] * y[3] / trials;
        }
        double[][] fans = Fan.perPhase(channels, window, Window.of(1));
        assertEquals(fans[0][0], squares[0], .05 * fans[0][0]);
        assertEquals(fans[1][0], squares[1], .05 * fans[1][0]);
    }

    @Test
    void groupsOfAConvolutionShareTheOutputs() {
        assertEquals(new Fan(36, 54), Fan.conv2d(Shape.of(12, 4, 3, 3), 2, 1, 1));
        assertEquals(new Fan(36, 54 / 6.0), Fan.conv2d(Shape.of(12, 4, 3, 3), 2, 2, 3));
        Fan fan = new Fan(2, 5);
        assertArrayEquals(new double[] {2, 5, 3.5}, new double[] {fan.of(FanMode.IN), fan.of(FanMode.OUT), fan.of(FanMode.AVERAGE)});
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWhatIsNoLayer() {
        Shape weight = Shape.of(6, 4, 3, 3);
        assertEquals("Fan.convTranspose2d: groups must divide Cin = 6 of the weight [6, 4, 3, 3], but was 4",
                message(() -> Fan.convTranspose2d(weight, 4, 1, 1)));
        assertEquals("Fan.conv2d: groups must divide Cout = 6 of the weight [6, 4, 3, 3], but was 5", message(() -> Fan.conv2d(weight, 5, 1, 1)));
        assertEquals("Fan.conv2d: groups must be >= 1, but was 0", message(() -> Fan.conv2d(weight, 0, 1, 1)));
        assertEquals("Fan.conv2d: strideHeight must be >= 1, but was 0", message(() -> Fan.conv2d(weight, 1, 0, 1)));
        assertEquals("Fan.convTranspose2d: strideWidth must be >= 1, but was 0", message(() -> Fan.convTranspose2d(weight, 1, 1, 0)));
        assertEquals("Fan: in must be finite and > 0.0, but was 0.0", message(() -> new Fan(0, 1)));
        assertEquals("Fan: out must be finite and > 0.0, but was NaN", message(() -> new Fan(1, Double.NaN)));
        assertEquals("Fan.perPhase: inChannels must be >= 1, but was 0", message(() -> Fan.perPhase(0, Window.of(1), Window.of(1))));
    }
}
