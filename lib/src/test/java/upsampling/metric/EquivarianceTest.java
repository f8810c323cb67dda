package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.data.Bump;
import upsampling.data.Noise;
import upsampling.op.LinearOperator;
import upsampling.op.Resize;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 6.6, caveat K13, tasks 9.5 and 9.6, the example by hand of lesson 9.
class EquivarianceTest {
    private static final double[] BUMP = Bump.standard().signal();
    private static final double[] NEAREST = {1, 1};
    private static final double[] BILINEAR = {.25, .75, .75, .25};

    private static double[] bicubic() {
        double[] taps = new double[8];
        for (int t = 0; t < 8; t++) taps[t] = Kernels.cubic((t - 3.5) / 2, Kernels.PYTORCH_CUBIC);
        return taps;
    }

    static Stream<Arguments> table() {
        return Stream.of(Arguments.of(NEAREST, .2341, .1655), Arguments.of(new double[] {.5, 1, .5}, .0476, .0337), Arguments.of(BILINEAR, .0123, .0087),
                Arguments.of(bicubic(), .0331, .0234), Arguments.of(new double[] {.125, .5, .75, .5, .125}, .0037, .0026),
                Arguments.of(new double[] {.4, .9, .6, .1}, .0304, .0215), Arguments.of(new double[] {2 / 3., 2 / 3., 2 / 3.}, .6128, .4250));
    }

    @ParameterizedTest
    @MethodSource("table")
    void errorsAreThoseOfTheTable(double[] kernel, double half, double quarter) {
        UnaryOperator<double[]> upsampler = Equivariance.periodic(kernel, 2);
        assertEquals(half, Equivariance.error(upsampler, BUMP, .5, 2), 5e-5);
        assertEquals(quarter, Equivariance.error(upsampler, BUMP, .25, 2), 5e-5);
        assertEquals(0, Equivariance.error(upsampler, BUMP, 1, 2), 1e-15);
        assertEquals(0, Equivariance.error(upsampler, BUMP, -3, 2), 2e-15);
    }

    /// The law: E(1/2) is twice the root of the image energy, to four digits and more.
    @ParameterizedTest
    @MethodSource("table")
    void halfAPixelCostsTwiceTheRootOfTheImageEnergy(double[] kernel, double half, double quarter) {
        double law = 2 * Math.sqrt(Equivariance.imageEnergy(kernel, BUMP, 2));
        assertEquals(law, Equivariance.error(Equivariance.periodic(kernel, 2), BUMP, .5, 2), 1e-6 * half);
        if (kernel.length == 3 && kernel[0] == kernel[1]) return; // the fastest wave, which is 0 for balanced kernels, only keeps its real part
        assertEquals(Math.sin(Math.PI / 4), Equivariance.error(Equivariance.periodic(kernel, 2), BUMP, .25, 2) / law, 1e-6,
                "|1 - exp(2*pi*i/4)| / 2 for a quarter: " + quarter);
    }

    @Test
    void imageEnergiesOfTheTask() {
        assertEquals(.0136978, Equivariance.imageEnergy(NEAREST, BUMP, 2), 5e-8);
        assertEquals(3.7997e-5, Equivariance.imageEnergy(BILINEAR, BUMP, 2), 5e-10);
        assertEquals(0, Equivariance.imageEnergy(new double[] {1}, BUMP, 1), "stride 1 has no images");
    }

    /// By hand: the images of an impulse, enlarged by nearest, hold (pi/2 - 1)/pi of its energy; a finite length counts waves instead.
    @Test
    void anImpulseHasTheShareOfTheExampleByHand() {
        double[] impulse = new double[4096];
        impulse[7] = 1;
        double share = (Math.PI / 2 - 1) / Math.PI;
        assertEquals(.1817, share, 5e-5);
        assertEquals(share, Equivariance.imageEnergy(NEAREST, impulse, 2), 2e-4);
        assertEquals(.853, 2 * Math.sqrt(share), 5e-4);
        assertEquals(2 * Math.sqrt(share), Equivariance.error(Equivariance.periodic(NEAREST, 2), impulse, .5, 2), 2e-4);
    }

    /// K13 for stride 3: each image band k has the factor |1 - exp(2*pi*i*k*delta)|, for k = 1 and -1 the same.
    @Test
    void theLawHoldsForStrideThree() {
        double[] kernel = {.2, .5, 1, .7, .4, .2};
        double share = Equivariance.imageEnergy(kernel, BUMP, 3);
        double delta = .3;
        double factor = 2 * Math.sin(Math.PI * delta);
        assertEquals(factor * Math.sqrt(share), Equivariance.error(Equivariance.periodic(kernel, 3), BUMP, delta, 3), 1e-7);
    }

    @Test
    void wholePixelsAreExactForEveryKernel() {
        RandomGenerator random = Noise.generator(2);
        for (int stride = 1; stride <= 4; stride++) {
            double[] kernel = random.doubles(7, -1, 1).toArray();
            double[] x = random.doubles(15, -1, 1).toArray();
            assertEquals(0, Equivariance.error(Equivariance.periodic(kernel, stride), x, 1, stride), 1e-14);
        }
    }

    /// The same numbers from operators with borders: the bump is far from them.
    @Test
    void operatorsGiveTheSameNumbersInsideTheirBorders() {
        Tensor x = Tensor.image(BUMP, BUMP);
        assertEquals(.2341, Equivariance.error(Resize.nearest().withScale(1, 2).on(Shape.plane(2, 64)), x, .5, 2, 4), 5e-5);
        assertEquals(.0123, Equivariance.error(Resize.bilinear().withScale(1, 2).on(Shape.plane(2, 64)), x, .5, 2, 4), 5e-5);
        assertEquals(.0331, Equivariance.error(Resize.bicubic().withScale(1, 2).on(Shape.plane(2, 64)), x, .5, 2, 4), 5e-5);
        assertEquals(.6128, Equivariance.error(Painting.row(64, Window.of(3).withStride(2), 2 / 3., 2 / 3., 2 / 3.), Tensor.image(BUMP), .5, 2, 4), 5e-5);
        assertEquals(0, Equivariance.error(Resize.bicubic().withScale(1, 2).on(Shape.plane(2, 64)), x, 1, 2, 4), 1e-7);
    }

    /// A transposed convolution is dark at its border, and the dark rim does not move along.
    @Test
    void theMarginHidesTheBorder() {
        double[] ground = BUMP.clone();
        for (int i = 0; i < 64; i++) ground[i] += 1;
        LinearOperator painting = Painting.row(64, Window.of(4).withStride(2).withPadding(1), BILINEAR);
        assertEquals(0, Equivariance.error(painting, Tensor.image(ground), 1, 2, 4), 1e-7);
        assertTrue(Equivariance.error(painting, Tensor.image(ground), 1, 2, 0) > .01);
    }

    /// Nearest .0257, bilinear .0083 px with the kernel as it stands; .0082 with the kernel centred on its input, since the flat ground far from the
    /// bump draws towards the middle of the axis.
    @Test
    void keypointsDriftAsInTheCurriculum() {
        assertEquals(.0257, Equivariance.keypointDrift(Equivariance.periodic(NEAREST, 2), BUMP, 2, 8, 8), 5e-5);
        assertEquals(.0083, Equivariance.keypointDrift(Equivariance.periodic(BILINEAR, 2), BUMP, 2, 8, 8), 5e-5);
        UnaryOperator<double[]> centred = x -> {
            double[] y = Equivariance.periodic(BILINEAR, 2).apply(x);
            double[] moved = new double[y.length];
            for (int o = 0; o < y.length; o++) moved[o] = y[(o + 1) % y.length];
            return moved;
        };
        assertEquals(.0082, Equivariance.keypointDrift(centred, BUMP, 2, 8, 8), 5e-5);
    }

    @Test
    void aConstantOffsetIsNoDrift() {
        UnaryOperator<double[]> shifted = Equivariance.periodic(new double[] {0, 0, 0, 0, 0, 1}, 1);
        double drift = Equivariance.keypointDrift(shifted, BUMP, 1, 200, 8);
        double plain = Equivariance.keypointDrift(Equivariance.periodic(new double[] {1}, 1), BUMP, 1, 200, 8);
        assertEquals(plain, drift, 1e-9);
    }

    /// Two answers whose tops lie at 30 and, half an input sample later, at 31 + 2e-8: the offsets are 30 and 30 + 2e-8.
    @Test
    void aTinyDriftIsMeasured() {
        double[][] answers = new double[2][64];
        answers[0][30] = 1;
        answers[1][31] = 1;
        answers[1][32] = 1 + Math.log(2e-8) / 100;
        int[] calls = new int[1];
        double drift = Equivariance.keypointDrift(x -> answers[calls[0]++], new double[32], 2, 100, 2);
        assertEquals(1e-8, drift, 1e-13);
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWhatHasNoError() {
        UnaryOperator<double[]> nearest = Equivariance.periodic(NEAREST, 2);
        assertEquals("Equivariance.periodic: length of the kernel must be >= 1, but was 0", message(() -> Equivariance.periodic(new double[0], 2)));
        assertEquals("Equivariance.periodic: stride must be >= 1, but was 0", message(() -> Equivariance.periodic(NEAREST, 0)));
        assertEquals("Equivariance: length of the answer to 64 samples with stride 3 must be 192, but was 128",
                message(() -> Equivariance.error(nearest, BUMP, 1, 3)));
        assertEquals("Equivariance.error: stride must be >= 1, but was 0", message(() -> Equivariance.error(nearest, BUMP, 1, 0)));
        assertEquals("Fourier.shift: delta must be finite, but was NaN", message(() -> Equivariance.error(nearest, BUMP, Double.NaN, 2)));
        assertEquals("Equivariance.error: the answer is 0 everywhere, so no error can be relative to it; use another signal",
                message(() -> Equivariance.error(nearest, new double[8], 1, 2)));
        assertEquals("Equivariance.imageEnergy: length of the signal must be >= 1, but was 0",
                message(() -> Equivariance.imageEnergy(NEAREST, new double[0], 2)));
        assertEquals("Equivariance.imageEnergy: the upsampled signal is 0 everywhere; use another signal or kernel",
                message(() -> Equivariance.imageEnergy(NEAREST, new double[4], 2)));
        Tensor x = Tensor.image(BUMP);
        assertEquals("Equivariance.error: shape of x must be [1, 1, 1, 32], but was [1, 1, 1, 64]",
                message(() -> Equivariance.error(Resize.nearest().withScale(1, 2).on(Shape.plane(1, 32)), x, 1, 2, 0)));
        assertEquals("Equivariance.error: output width for margin 64 must be >= 129, but was 128",
                message(() -> Equivariance.error(Resize.nearest().withScale(1, 2).on(Shape.plane(1, 64)), x, 1, 2, 64)));
        assertEquals("Equivariance.error: margin must be >= 0, but was -1",
                message(() -> Equivariance.error(Resize.nearest().withScale(1, 2).on(Shape.plane(1, 64)), x, 1, 2, -1)));
        assertEquals("Equivariance.keypointDrift: beta must be finite and > 0.0, but was 0.0",
                message(() -> Equivariance.keypointDrift(nearest, BUMP, 2, 0, 8)));
        assertEquals("Equivariance.keypointDrift: steps must be >= 1, but was 0", message(() -> Equivariance.keypointDrift(nearest, BUMP, 2, 1, 0)));
        assertEquals("Equivariance.keypointDrift: stride must be >= 1, but was 0", message(() -> Equivariance.keypointDrift(nearest, BUMP, 0, 1, 1)));
        assertTrue(message(() -> Equivariance.keypointDrift(nearest, new double[4], 2, 1, 1)).contains("largest output must be finite and > 0.0"));
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Equivariance.periodic(NEAREST, 2).apply(BUMP));
        } finally {
            Thread.interrupted();
        }
    }
}
