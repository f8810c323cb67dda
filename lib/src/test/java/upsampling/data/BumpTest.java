package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.message;

import org.junit.jupiter.api.Test;

class BumpTest {

    @Test
    void theBumpOfTheCourse() {
        double[] x = Bump.standard().signal();
        assertEquals(64, x.length);
        assertEquals(Math.exp(-.3 * .3 / 4.5), x[30], 1e-15);
        assertEquals(Math.exp(-.7 * .7 / 4.5), x[31], 1e-15);
        double sum = 0;
        double moment = 0;
        for (int n = 0; n < 64; n++) {
            sum += x[n];
            moment += n * x[n];
        }
        assertEquals(1.5 * Math.sqrt(2 * Math.PI), sum, 1e-12);
        assertEquals(30.3, moment / sum, 1e-12);
    }

    @Test
    void theSumIsThatOfTheBellAsLongAsItIsNeitherNarrowNorWide() {
        assertEquals(0, relativeErrorOfTheSum(1), 1e-8);
        assertEquals(0, relativeErrorOfTheSum(64 / 12.0), 1e-8);
        assertEquals(0, relativeErrorOfTheSum(1.5), 1e-15);
        assertEquals(0, relativeErrorOfTheSum(64 / 17.0), 1e-15);
        assertTrue(relativeErrorOfTheSum(1) > 1e-9, "not to rounding");
        assertTrue(relativeErrorOfTheSum(64 / 12.0) > 1e-9, "not to rounding");
    }

    private static double relativeErrorOfTheSum(double sigma) {
        double worst = 0;
        for (double centre : new double[] {30, 30.25, 30.5}) {
            double sum = 0;
            for (double value : new Bump(64, centre, sigma).signal()) sum += value;
            worst = Math.max(worst, Math.abs(sum / (sigma * Math.sqrt(2 * Math.PI)) - 1));
        }
        return worst;
    }

    @Test
    void itGoesRoundTheCircle() {
        double[] x = new Bump(10, -.5, 1).signal();
        assertEquals(x[0], x[9], 1e-15);
        assertEquals(x[1], x[8], 1e-15);
        assertArrayEquals(x, new Bump(10, 9.5, 1).signal(), 1e-15);
        assertArrayEquals(x, new Bump(10, 8, 1).shifted(1.5).signal(), 1e-15);
    }

    @Test
    void rejectsBellsWithoutWidth() {
        assertEquals("Bump: size must be >= 1, but was 0", message(() -> new Bump(0, 1, 1)));
        assertEquals("Bump: centre must be finite, but was NaN", message(() -> new Bump(4, Double.NaN, 1)));
        assertEquals("Bump: sigma must be finite and > 0.0, but was 0.0", message(() -> new Bump(4, 1, 0)));
    }
}
