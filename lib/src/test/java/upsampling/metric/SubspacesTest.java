package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.data.Spectrum16;

/// Subspaces and principal components. Numbers of the curriculum: caveat K20, tasks 13.4 and 13.5.
class SubspacesTest {

    private static double[][] rows(double[]... rows) {
        return rows;
    }

    private static double[] v(double... values) {
        return values;
    }

    @Test
    void distancesOfTheTask() {
        assertEquals(0, Subspaces.distance(rows(v(1, 0, 0), v(0, 1, 0)), rows(v(1, 1, 0), v(1, -1, 0))), 1e-14);
        assertEquals(Math.sqrt(2), Subspaces.distance(rows(v(1, 0, 0), v(0, 1, 0)), rows(v(1, 0, 0), v(0, 0, 1))), 1e-14);
        assertEquals(0, Subspaces.distance(rows(v(1, 0)), rows(v(-3, 0))), 1e-14);
        assertEquals(1, Subspaces.distance(rows(v(1, 0)), rows(v(1, 1))), 1e-14);
        assertEquals(1, Subspaces.distance(rows(v(1, 0)), rows(v(1, 0), v(0, 1))), 1e-14, "a line in a plane");
    }

    /// ```python
    /// from scipy.linalg import subspace_angles             # SciPy 1.17.1; columns span, ours are rows; largest first
    /// a = np.array([[1, 0, 0, 1], [0, 1, 1, .2]]); b = np.array([[1, .5, 0, 1], [0, 1, 2, .1], [1, 1, 1, 2]])
    /// subspace_angles(a.T, b.T), subspace_angles(a.T, b[:2].T)
    /// ```
    @Test
    void anglesAreThoseOfScipy() {
        double[][] a = rows(v(1, 0, 0, 1), v(0, 1, 1, .2));
        double[][] b = rows(v(1, .5, 0, 1), v(0, 1, 2, .1), v(1, 1, 1, 2));
        double[][] two = rows(b[0], b[1]);
        assertArrayEquals(v(0, .442258411), Subspaces.angles(a, b), 5e-10);
        assertArrayEquals(v(0, .442258411), Subspaces.angles(b, a), 5e-10);
        assertArrayEquals(v(.05193518, .45024168), Subspaces.angles(a, two), 5e-9);
        double squares = 0;
        for (double angle : Subspaces.angles(a, two)) squares += 2 * Math.sin(angle) * Math.sin(angle);
        assertEquals(Math.sqrt(squares), Subspaces.distance(a, two), 1e-14);
    }

    @Test
    void smallAnglesAreNotLost() {
        assertEquals(1e-12, Subspaces.angles(rows(v(1, 0)), rows(v(1, 1e-12)))[0], 1e-15);
        assertEquals(Math.PI / 2, Subspaces.angles(rows(v(1, 0)), rows(v(0, 2)))[0], 1e-15);
        assertEquals(Math.PI / 2 - 1e-12, Subspaces.angles(rows(v(1, 0)), rows(v(1e-12, 2e0 / 2)))[0], 1e-15);
    }

    @Test
    void projectorKeepsItsSubspaceAndNothingElse() {
        double[][] p = Subspaces.projector(rows(v(1, 2, 2)));
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) assertEquals(v(1, 2, 2)[i] * v(1, 2, 2)[j] / 9, p[i][j], 1e-15);
    }

    @Test
    void principalComponentsOfTheTask() {
        Pca pca = Pca.of(rows(v(12, 1), v(10, -1), v(10, 1), v(8, -1), v(10, 0)));
        double[][] projector = Subspaces.projector(pca.directions(1));
        assertArrayEquals(v(.723607, .447214), projector[0], 5e-7);
        assertArrayEquals(v(.447214, .276393), projector[1], 5e-7);
        assertArrayEquals(v(10, 0), pca.mean(), 1e-14);
        assertArrayEquals(v(2.094427, .305573), pca.variances(), 5e-7);
        assertEquals(.305573, pca.discarded(1), 5e-7);
    }

    /// S0.16: the best code of 4 numbers loses exactly 8.7.
    @Test
    void spectrum16IsFoundFromItsSamples() {
        Spectrum16 set = Spectrum16.of(3);
        Pca pca = Pca.of(set.samples(1, 60));
        assertArrayEquals(set.eigenvalues(), pca.variances(), 1e-11);
        assertEquals(8.7, pca.discarded(4), 1e-11);
        double[][] four = Arrays.copyOf(set.directions(), 4);
        assertEquals(0, Subspaces.distance(four, pca.directions(4)), 1e-11);
        assertEquals(0, Subspaces.distance(four, Pca.ofCovariance(set.covariance()).directions(4)), 1e-11);
        assertEquals(0, pca.discarded(16));
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsRowsThatDependOnEachOther() {
        assertEquals("Subspaces.projector: the 2 rows must be independent, but span only 1 dimensions; leave rows out",
                message(() -> Subspaces.distance(rows(v(1, 2), v(2, 4)), rows(v(1, 0)))));
        assertEquals("Subspaces.angles: the 1 rows must be independent, but span only 0 dimensions; leave rows out",
                message(() -> Subspaces.angles(rows(v(0, 0)), rows(v(1, 0)))));
        assertEquals("Subspaces.distance: length of the rows of b must be 2, but was 3", message(() -> Subspaces.distance(rows(v(1, 2)), rows(v(1, 2, 3)))));
        assertEquals("Subspaces.angles: length of the rows of b must be 2, but was 3", message(() -> Subspaces.angles(rows(v(1, 2)), rows(v(1, 2, 3)))));
        assertEquals("Pca: number of samples must be >= 1, but was 0", message(() -> Pca.of(new double[0][])));
        assertEquals("Pca: number of channels must be >= 1, but was 0", message(() -> Pca.of(new double[1][0])));
        assertEquals("Pca: length of sample 1 must be 1, but was 2", message(() -> Pca.of(rows(v(1), v(1, 2)))));
        Pca pca = Pca.of(rows(v(1, 2), v(3, 5)));
        assertEquals("Pca: components must be in 0..2, but was 3", message(() -> pca.directions(3)));
        assertEquals("Pca: components must be in 0..2, but was -1", message(() -> pca.discarded(-1)));
        assertTrue(message(() -> Pca.ofCovariance(rows(v(1, 2), v(3, 4)))).contains("must be symmetric"));
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Pca.of(rows(v(1, 2), v(3, 5))));
        } finally {
            Thread.interrupted();
        }
    }
}
