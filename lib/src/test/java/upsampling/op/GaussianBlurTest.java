package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.Border;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/composed.py`, PyTorch 2.15.
class GaussianBlurTest {
    static List<Golden> goldens() {
        return Golden.of("composed.txt", "GaussianBlur");
    }

    private static GaussianBlur blurOf(Golden golden) {
        return GaussianBlur.of(golden.ints("radius")[0]).withBorder(Border.valueOf(golden.text("border")));
    }

    private static Tensor scalar(double value) {
        return Tensor.full(Shape.plane(1, 1), (float) value);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndAllGradientsArePyTorchs(Golden golden) {
        GaussianBlur blur = blurOf(golden);
        double logSigma = golden.doubles("logSigma")[0];
        double gradLogSigma = golden.doubles("gradLogSigma")[0];
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        Close.assertNear("y", golden.tensor("y"), blur.reference().forward(x, logSigma), 1e-14);
        Close.assertNear("gradInput", golden.tensor("gradInput"), blur.reference().gradInput(g, logSigma), 1e-14);
        assertEquals(gradLogSigma, blur.reference().gradLogSigma(g, x, logSigma), 1e-12);
        for (Backend backend : EveryBackend.list()) {
            Tensor xThere = x.toFloat().to(backend);
            Tensor gThere = g.toFloat().to(backend);
            Tensor s = scalar(logSigma).to(backend);
            Close.assertNear("y", golden.tensor("y"), DoubleTensor.of(blur.forward(xThere, s)), 1e-6);
            Close.assertNear("gradInput", golden.tensor("gradInput"), DoubleTensor.of(blur.gradInput(gThere, s)), 1e-6);
            assertEquals(gradLogSigma, blur.gradLogSigma(gThere, xThere, s).get(0, 0), 2e-5);
        }
    }

    @Test
    void slopesAreTheDerivativesOfTheWeightsAndSumToZero() {
        GaussianBlur blur = GaussianBlur.of(3);
        for (double logSigma : new double[] {-1.5, -0.3, 0, 0.7, 2}) {
            double[] above = blur.weights(logSigma + 1e-5);
            double[] below = blur.weights(logSigma - 1e-5);
            double[] slopes = blur.slopes(logSigma);
            for (int t = 0; t < 7; t++) assertEquals((above[t] - below[t]) / 2e-5, slopes[t], 1e-9);
            assertEquals(0, Arrays.stream(slopes).sum(), 1e-15);
            assertEquals(1, Arrays.stream(blur.weights(logSigma)).sum(), 1e-15);
        }
    }

    /// Curriculum 6.8, radius 1: `G(w) = (1 + 2e cos w) / (1 + 2e)` with `e = exp(-1/(2 sigma^2))`.
    @Test
    void frequencyResponseOfThreeTapsIsTheFormula() {
        double e = Math.exp(-1 / (2 * Math.exp(0.4)));
        double[] g = GaussianBlur.of(1).weights(0.2);
        for (double wave : new double[] {0, 0.5, Math.PI}) {
            assertEquals((1 + 2 * e * Math.cos(wave)) / (1 + 2 * e), g[1] + (g[0] + g[2]) * Math.cos(wave), 1e-15);
        }
    }

    @Test
    void gradientMatchesCentralDifferences() {
        GaussianBlur.Reference reference = GaussianBlur.of(2).withBorder(Border.ZERO).reference();
        DoubleTensor x = DoubleTensor.of(Samples.normal(1, Shape.of(2, 2, 4, 5)));
        DoubleTensor g = DoubleTensor.of(Samples.normal(2, x.shape()));
        Gradients.assertCentralDifferences("x", v -> reference.forward(v, 0.3), x, g, reference.gradInput(g, 0.3));
        double above = g.dot(reference.forward(x, 0.3 + 1e-5));
        double below = g.dot(reference.forward(x, 0.3 - 1e-5));
        assertEquals((above - below) / 2e-5, reference.gradLogSigma(g, x, 0.3), 1e-8);
    }

    @Test
    void extremeWidthsAreACopyAndABox() {
        assertArrayEquals(new double[] {0, 1, 0}, GaussianBlur.of(1).weights(-1000));
        assertArrayEquals(new double[] {0, 0, 0}, GaussianBlur.of(1).slopes(-1000));
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, GaussianBlur.of(1).weights(1000), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0}, GaussianBlur.of(1).slopes(1000));
        Tensor x = Tensor.of(Shape.plane(1, 2), Float.NaN, 5);
        assertArrayEquals(new float[] {Float.NaN, 5}, GaussianBlur.of(1).forward(x, scalar(-1000)).toArray());
        assertArrayEquals(new float[] {7}, GaussianBlur.of(3).forward(scalar(7), scalar(0)).toArray());
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor x = Samples.normal(1, Shape.of(2, 2, 4, 5)).to(backend);
                Tensor s = scalar(0).to(backend);
                Tensor y = GaussianBlur.of(2).forward(x, s);
                Tensor gradInput = GaussianBlur.of(2).gradInput(y, s);
                Tensor gradient = GaussianBlur.of(2).gradLogSigma(gradInput, x, s)) {
            assertEquals(Shape.plane(1, 1), gradient.shape());
            assertEquals(5, backend.open());
        }
        assertEquals(0, backend.open());
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void badArgumentsAreNamed() {
        GaussianBlur blur = GaussianBlur.of(2);
        Tensor x = Tensor.zeros(1, 1, 3, 4);
        assertEquals("GaussianBlur: radius must be >= 0, but was -1", rejection(() -> GaussianBlur.of(-1)));
        assertEquals("GaussianBlur: logSigma must be finite, but was NaN", rejection(() -> blur.forward(x, scalar(Double.NaN))));
        assertEquals("GaussianBlur: shape of logSigma must be [1, 1, 1, 1], but was [1, 1, 1, 2]",
                rejection(() -> blur.forward(x, Tensor.zeros(1, 1, 1, 2))));
        assertEquals("GaussianBlur.gradLogSigma: shape of gradOutput must be [1, 1, 3, 4], but was [1, 1, 4, 3]",
                rejection(() -> blur.gradLogSigma(Tensor.zeros(1, 1, 4, 3), x, scalar(0))));
        assertEquals("GaussianBlur: x is on backend scalar, but logSigma is on backend off-heap; move one of them with .to(backend)",
                rejection(() -> blur.forward(x, scalar(0).to(new OffHeapBackend()))));
        assertEquals("GaussianBlur.gradLogSigma: gradOutput is on backend off-heap, but x is on backend scalar; move one of them with .to(backend)",
                rejection(() -> blur.gradLogSigma(x.to(new OffHeapBackend()), x, scalar(0))));
        assertEquals("Blur: with border REFLECT, taps above must be at most 1 (height 2 - 1), but was 2; REPLICATE and ZERO have no limit",
                rejection(() -> blur.withBorder(Border.REFLECT).forward(Tensor.zeros(1, 1, 2, 4), scalar(0))));
    }
}
