package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class FilamentsTest {
    private static final Filaments.Settings STANDARD = Filaments.Settings.standard();

    @Test
    void splinePassesItsPointsWithoutACorner() {
        Spline spline = new Spline(new double[] {0, 1, 3, 2, 5, 4}, new double[] {2, 0, 1, 4, 4, 7});
        double[][] points = spline.sampled(100);
        assertEquals(301, points[0].length);
        assertEquals(1, points[0][0]);
        assertEquals(0, points[1][0]);
        assertEquals(3, points[0][100]);
        assertEquals(4, points[1][200]);
        assertEquals(5, points[0][300]);
        for (int i = 1; i < 300; i++) {
            double bendH = points[0][i + 1] - 2 * points[0][i] + points[0][i - 1];
            double bendW = points[1][i + 1] - 2 * points[1][i] + points[1][i - 1];
            assertTrue(Math.hypot(bendH, bendW) < 3e-3, "a corner at " + i); // a curve bends by its second derivative / 100^2
        }
    }

    @Test
    void aStraightWalkIsAStraightLine() {
        double[][] points = new Spline(new double[] {0, 1, 2, 3}, new double[] {0, 2, 4, 6}).sampled(4);
        assertArrayEquals(new double[] {1, 1.25, 1.5, 1.75, 2}, points[0], 1e-15);
        assertArrayEquals(new double[] {2, 2.5, 3, 3.5, 4}, points[1], 1e-15);
        assertEquals(Math.sqrt(5), Spline.distance(points, 0, 0), 1e-15, "before the end");
        assertEquals(1 / Math.sqrt(5), Spline.distance(points, 1.5, 4), 1e-15, "beside the middle");
    }

    @Test
    void tapsOfTheBlurAreAGaussian() {
        double[] taps = PointSpread.taps(1.5);
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < taps.length; i++) {
            sum += taps[i];
            variance += taps[i] * (i - taps.length / 2) * (i - taps.length / 2);
        }
        assertEquals(13, taps.length);
        assertEquals(1, sum, 1e-15);
        assertEquals(2.25, variance, .01);
        assertEquals(Math.exp(-1 / 4.5), taps[7] / taps[6], 1e-15);
        double[][] impulse = new double[20][18];
        impulse[9][8] = 1;
        double[][] spread = PointSpread.blur(impulse, 1.5);
        for (int h = 3; h <= 15; h++) for (int w = 2; w <= 14; w++) assertEquals(taps[h - 3] * taps[w - 2], spread[h][w], 1e-16);
        double[][] blurred = PointSpread.blur(new double[][] {{2, 2, 2}, {2, 2, 2}}, 1.5);
        for (double[] row : blurred) for (double v : row) assertEquals(2, v, 1e-14, "constants survive at borders");
    }

    /// The brightness without blur is at least half exactly in the mask.
    @Test
    void maskIsTheBrightHalfOfTheSharpPicture() {
        Filaments sharp = Filaments.of(5, 4, 32, new Filaments.Settings(3, 1.5, 1e-3, .2, 700));
        int inside = 0;
        for (int i = 0; i < sharp.masks().data().length; i++) {
            float mask = sharp.masks().data()[i];
            assertTrue(mask == 0 || mask == 1);
            assertEquals(sharp.clean().data()[i] >= .2 + .8 * .5, mask == 1);
            if (mask == 1) inside++;
        }
        assertTrue(inside > 4 * 32 && inside < 2 * 32 * 32, inside + " pixels of 4096");
    }

    @Test
    void settingsChangeThePictureButNotTheMask() {
        Filaments one = Filaments.of(6, 1, 32, STANDARD);
        Filaments blurred = Filaments.of(6, 1, 32, new Filaments.Settings(3, 1.5, 3, .5, 10));
        assertEquals(Shape.of(1, 1, 32, 32), one.masks().shape());
        assertArrayEquals(one.masks().toArray(), blurred.masks().toArray());
        assertArrayEquals(one.images().toArray(), Filaments.of(6, 1, 32, STANDARD).images().toArray());
        assertTrue(!Arrays.equals(one.masks().toArray(), Filaments.of(7, 1, 32, STANDARD).masks().toArray()));
    }

    /// Poisson: the variance of `image` is `clean / photons`, so the normalised errors have mean 0 and variance 1.
    @Test
    void noiseIsWhatACameraCounts() {
        Filaments set = Filaments.of(8, 16, 32, STANDARD);
        double sum = 0;
        double squares = 0;
        int n = set.images().data().length;
        for (int i = 0; i < n; i++) {
            double error = (set.images().data()[i] - set.clean().data()[i]) / Math.sqrt(set.clean().data()[i] / 50);
            sum += error;
            squares += error * error;
        }
        assertEquals(0, sum / n, 4 / Math.sqrt(n));
        assertEquals(1, squares / n, 4 * Math.sqrt(2.3 / n)); // the fourth moment of a Poisson number is 3 + 1/mean, mean >= 5
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertEquals("Filaments: tubes must be >= 1, but was 0", message(() -> new Filaments.Settings(0, 1, 1, 0, 50)));
        assertEquals("Filaments: radius must be in 0.5..1.7976931348623157E308, but was 0.4", message(() -> new Filaments.Settings(1, .4, 1, 0, 50)));
        assertEquals("Filaments: blur must be finite and > 0.0, but was 0.0", message(() -> new Filaments.Settings(1, 1, 0, 0, 50)));
        assertEquals("Filaments: background must be in 0.0..1.0, but was NaN", message(() -> new Filaments.Settings(1, 1, 1, Double.NaN, 50)));
        assertEquals("Filaments: photons must be in 1.0..700.0, but was 701.0", message(() -> new Filaments.Settings(1, 1, 1, 0, 701)));
        assertEquals("Filaments.of: count must be >= 1, but was 0", message(() -> Filaments.of(1, 0, 32, STANDARD)));
        assertEquals("Filaments.of: size must be >= 16, but was 15", message(() -> Filaments.of(1, 1, 15, STANDARD)));
        assertEquals("Filaments.of: blur must be at most size = 16, but was 1.0E9; wider, nothing is left to see",
                message(() -> Filaments.of(1, 1, 16, new Filaments.Settings(1, 1, 1e9, 0, 50))));
        Tensor a = Tensor.zeros(1, 1, 2, 2);
        Tensor b = Tensor.zeros(1, 1, 2, 3);
        assertEquals("Filaments: shape of clean must be [1, 1, 2, 2], but was [1, 1, 2, 3]", message(() -> new Filaments(a, b, a)));
        assertEquals("Filaments: shape of masks must be [1, 1, 2, 2], but was [1, 1, 2, 3]", message(() -> new Filaments(a, a, b)));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Filaments.of(1, 1, 16, STANDARD));
        assertStops(() -> PointSpread.blur(new double[2][2], 1));
    }
}
