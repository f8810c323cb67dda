package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.data.Noise;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class SsimTest {

    private static double[][] a() {
        double[][] a = new double[16][20];
        for (int h = 0; h < 16; h++) for (int w = 0; w < 20; w++) a[h][w] = (h * 7 + w * 13) % 17 / 16.0;
        return a;
    }

    private static double[][] b() {
        double[][] b = a();
        for (int h = 0; h < 16; h++) for (int w = 0; w < 20; w++) b[h][w] = .8 * b[h][w] + .1 + ((h * 5 + w * 3) % 7 - 3) * .02;
        return b;
    }

    /// ```python
    /// import numpy as np; from skimage.metrics import structural_similarity as ssim          # scikit-image 0.26.0
    /// h, w = np.mgrid[0:16, 0:20]
    /// a = (h * 7 + w * 13) % 17 / 16.0
    /// b = .8 * a + .1 + ((h * 5 + w * 3) % 7 - 3) * .02
    /// ssim(a, b, data_range=peak, gaussian_weights=True, sigma=sigma, use_sample_covariance=False, full=True)    # mean, map
    /// ```
    /// scikit-image cuts its Gaussian at 3.5 sigma: 11 taps for 1.5, 7 for .8. Its map has the size of the picture; `[10, 14]` is our `[5][9]`.
    @ParameterizedTest
    @CsvSource({"11, 1.5, 1, .9650737509467681, .9533792720130606", "11, 1.5, 2, .9656717239108872, .9542076134236501",
        "7, .8, 1, .9632454531788038, .939769397213043", "7, .8, 2, .963899448416915, .9408741302949173"})
    void numbersAreThoseOfScikitImage(int window, double sigma, double peak, double mean, double place) {
        Ssim ssim = new Ssim(window, sigma);
        double[][] map = ssim.map(a(), b(), peak);
        assertEquals(16 - window + 1, map.length);
        assertEquals(20 - window + 1, map[0].length);
        double sum = 0;
        for (double[] row : map) for (double value : row) sum += value / map.length / map[0].length;
        assertEquals(mean, sum, 1e-13);
        assertEquals(place, map[10 - window / 2][14 - window / 2], 1e-13);
        assertEquals(mean, ssim.mean(Tensor.image(a()), Tensor.image(b()), peak), 1e-6, "a tensor holds floats");
    }

    @Test
    void equalPicturesHaveOneAndOppositeOnesLess() {
        Tensor x = Noise.normal(1, Shape.plane(12, 12));
        assertEquals(1, Ssim.of().mean(x, x, 1), 1e-15);
        double[][] negative = a();
        for (double[] row : negative) for (int w = 0; w < 20; w++) row[w] = 1 - row[w];
        assertTrue(Ssim.of().mean(Tensor.image(a()), Tensor.image(negative), 1) < -.5, "the same means, opposite structure");
        assertEquals(new Ssim(11, 1.5), Ssim.of());
    }

    @Test
    void meanRunsOverAllPlanes() {
        float[] two = new float[2 * 320];
        for (int i = 0; i < 320; i++) {
            two[i] = (float) a()[i / 20][i % 20];
            two[320 + i] = (float) b()[i / 20][i % 20];
        }
        float[] same = two.clone();
        System.arraycopy(two, 0, same, 320, 320); // second plane a against b, first a against a
        Tensor x = Tensor.of(Shape.of(1, 2, 16, 20), two);
        assertEquals((1 + .9650737509467681) / 2, Ssim.of().mean(x, Tensor.of(x.shape(), same), 1), 1e-6);
        Tensor batch = Tensor.of(Shape.of(2, 1, 16, 20), two);
        assertEquals((1 + .9650737509467681) / 2, Ssim.of().mean(batch, Tensor.of(batch.shape(), same), 1), 1e-6);
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWindowsThatDoNotFit() {
        assertEquals("Ssim: window must be odd, but was 8", message(() -> new Ssim(8, 1)));
        assertEquals("Ssim: window must be >= 1, but was -1", message(() -> new Ssim(-1, 1)));
        assertEquals("Ssim: sigma must be finite and > 0.0, but was 0.0", message(() -> new Ssim(3, 0)));
        assertEquals("Ssim: height for window 11 must be >= 11, but was 10", message(() -> Ssim.of().map(new double[10][12], new double[10][12], 1)));
        assertEquals("Ssim: width for window 11 must be >= 11, but was 10", message(() -> Ssim.of().map(new double[12][10], new double[12][10], 1)));
        assertEquals("Ssim: peak must be finite and > 0.0, but was NaN", message(() -> Ssim.of().map(a(), b(), Double.NaN)));
        assertEquals("Ssim: height of b must be 16, but was 15", message(() -> Ssim.of().map(a(), new double[15][20], 1)));
        assertEquals("Ssim: length of row 0 of b must be 20, but was 19", message(() -> Ssim.of().map(a(), new double[16][19], 1)));
        double[][] ragged = a();
        ragged[3] = new double[7];
        assertEquals("Ssim: length of row 3 of a must be 20, but was 7", message(() -> Ssim.of().map(ragged, b(), 1)));
        assertEquals("Ssim: shape of b must be [1, 1, 12, 12], but was [1, 1, 12, 13]",
                message(() -> Ssim.of().mean(Tensor.zeros(1, 1, 12, 12), Tensor.zeros(1, 1, 12, 13), 1)));
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Ssim.of().map(a(), b(), 1));
        } finally {
            Thread.interrupted();
        }
    }
}
