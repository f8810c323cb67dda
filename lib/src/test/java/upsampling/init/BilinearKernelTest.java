package upsampling.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.data.Noise;
import upsampling.op.Resize;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 4.7.
class BilinearKernelTest {

    @Test
    void tapsAreThoseOfTheFormula() {
        assertArrayEquals(new double[] {1}, BilinearKernel.taps(1));
        assertArrayEquals(new double[] {.25, .75, .75, .25}, BilinearKernel.taps(2));
        assertArrayEquals(new double[] {1 / 3., 2 / 3., 1, 2 / 3., 1 / 3.}, BilinearKernel.taps(3), 1e-15);
        assertArrayEquals(new double[] {.125, .375, .625, .875, .875, .625, .375, .125}, BilinearKernel.taps(4));
        assertEquals(Window.of(4).withStride(2).withPadding(1), BilinearKernel.window(2));
        assertEquals(Window.of(5).withStride(3).withPadding(1), BilinearKernel.window(3));
        assertEquals(Window.of(8).withStride(4).withPadding(2), BilinearKernel.window(4));
    }

    /// Paints stamp by stamp with the weight of one channel.
    private static double[][] painted(double[][] x, int stride) {
        Window window = BilinearKernel.window(stride);
        double[] taps = BilinearKernel.taps(stride);
        double[][] y = new double[window.transposedOutputSize(x.length)][window.transposedOutputSize(x[0].length)];
        for (int i = 0; i < x.length * x[0].length; i++) {
            for (int t = 0; t < taps.length * taps.length; t++) {
                int h = window.cell(i / x[0].length, t / taps.length);
                int w = window.cell(i % x[0].length, t % taps.length);
                if (h < 0 || w < 0 || h >= y.length || w >= y[0].length) continue;
                y[h][w] += x[i / x[0].length][i % x[0].length] * taps[t / taps.length] * taps[t % taps.length];
            }
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void insideItIsBilinearResize(int stride) {
        RandomGenerator random = Noise.generator(stride);
        double[][] x = new double[5][6];
        double[] flat = new double[30];
        for (int i = 0; i < 30; i++) flat[i] = x[i / 6][i % 6] = random.nextGaussian();
        double[][] y = painted(x, stride);
        double[][] resized = Resize.bilinear().withScale(stride).reference().forward(DoubleTensor.of(Shape.plane(5, 6), flat)).plane(0, 0);
        assertEquals(5 * stride, y.length);
        assertEquals(6 * stride, y[0].length);
        for (int h = stride; h < 4 * stride; h++) {
            for (int w = stride; w < 5 * stride; w++) assertEquals(resized[h][w], y[h][w], 4e-15 * 3, h + ", " + w);
        }
    }

    @Test
    void theBorderIsDarker() {
        double[][] y = painted(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, 2);
        assertEquals(.5625, y[0][0]);
        assertEquals(.75, y[0][2]);
        assertEquals(1, y[2][2]);
    }

    @Test
    void channelsStayApart() {
        Tensor weight = BilinearKernel.weight(3, 2);
        assertEquals(Shape.of(3, 3, 4, 4), weight.shape());
        Tensor depthwise = BilinearKernel.depthwise(3, 2);
        assertEquals(Shape.of(3, 1, 4, 4), depthwise.shape());
        double[] taps = BilinearKernel.taps(2);
        for (int n = 0; n < 3; n++) {
            for (int i = 0; i < 16; i++) {
                double wanted = taps[i / 4] * taps[i % 4];
                assertEquals(wanted, depthwise.get(n, 0, i / 4, i % 4));
                for (int c = 0; c < 3; c++) assertEquals(n == c ? wanted : 0, weight.get(n, c, i / 4, i % 4));
            }
        }
    }

    @Test
    void rejectsStridesBelowOne() {
        assertEquals("BilinearKernel: stride must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> BilinearKernel.taps(0)).getMessage());
        assertEquals("BilinearKernel: channels must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> BilinearKernel.weight(0, 2)).getMessage());
        assertEquals("BilinearKernel: channels must be >= 1, but was -1",
                assertThrows(IllegalArgumentException.class, () -> BilinearKernel.depthwise(-1, 2)).getMessage());
        assertThrows(ArithmeticException.class, () -> BilinearKernel.window(1 << 30));
    }
}
