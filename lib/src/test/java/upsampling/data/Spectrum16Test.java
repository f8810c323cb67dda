package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import org.junit.jupiter.api.Test;

/// Numbers of the curriculum: section 7, rows S0.15 and S0.16.
class Spectrum16Test {

    @Test
    void fourNumbersLoseExactly8Point7() {
        Spectrum16 set = Spectrum16.of(1);
        assertEquals(8.7, set.discarded(4), 1e-13);
        assertEquals(23 + 8.7, set.discarded(0), 1e-13);
        assertEquals(0, set.discarded(16));
        double trace = 0;
        for (int i = 0; i < 16; i++) trace += set.covariance()[i][i];
        assertEquals(31.7, trace, 1e-12);
    }

    @Test
    void directionsAreOrthonormalEigenvectors() {
        Spectrum16 set = Spectrum16.of(2);
        for (int k = 0; k < 16; k++) {
            for (int j = 0; j < 16; j++) assertEquals(j == k ? 1 : 0, dot(set.directions()[j], set.directions()[k]), 1e-14);
            for (int i = 0; i < 16; i++) {
                assertEquals(set.eigenvalues()[k] * set.directions()[k][i], dot(set.covariance()[i], set.directions()[k]), 1e-13);
            }
        }
        double strongest = 0;
        for (int i = 0; i < 16; i++) strongest = Math.max(strongest, Math.abs(set.directions()[0][i]));
        assertTrue(strongest < .9, "a rotation, not a permutation: " + strongest);
    }

    @Test
    void samplesHaveExactlyThisCovariance() {
        Spectrum16 set = Spectrum16.of(3);
        for (int count : new int[] {17, 200}) {
            double[][] x = set.samples(4, count);
            assertEquals(count, x.length);
            for (int i = 0; i < 16; i++) {
                double mean = 0;
                for (double[] sample : x) mean += sample[i] / count;
                assertEquals(0, mean, 1e-13);
                for (int j = 0; j < 16; j++) {
                    double covariance = 0;
                    for (double[] sample : x) covariance += sample[i] * sample[j] / count;
                    assertEquals(set.covariance()[i][j], covariance, 1e-12);
                }
            }
        }
    }

    @Test
    void seedsDecide() {
        assertArrayEquals(Spectrum16.of(5).directions()[3], Spectrum16.of(5).directions()[3]);
        assertTrue(Spectrum16.of(5).directions()[0][0] != Spectrum16.of(6).directions()[0][0]);
        assertTrue(Spectrum16.of(5).samples(1, 20)[0][0] != Spectrum16.of(5).samples(2, 20)[0][0]);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Test
    void rejectsTooFewSamples() {
        assertEquals("Spectrum16.samples: count must be >= 17, but was 16", message(() -> Spectrum16.of(1).samples(1, 16)));
        assertEquals("Spectrum16.discarded: rank must be in 0..16, but was 17", message(() -> Spectrum16.of(1).discarded(17)));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Spectrum16.of(1));
    }
}
