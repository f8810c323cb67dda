package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;

class LinearAlgebraTest {

    private static double[][] random(long seed, int rows, int columns) {
        RandomGenerator random = Noise.generator(seed);
        double[][] a = new double[rows][columns];
        for (double[] row : a) for (int j = 0; j < columns; j++) row[j] = random.nextGaussian();
        return a;
    }

    /// Curriculum, row S4.11: the convolution 4 x 4, kernel 1 .. 9, as a matrix.
    @Test
    void theConvolutionMatrixHasItsKnownSingularValues() {
        double[][] c = new double[4][16];
        for (int o = 0; o < 4; o++) for (int t = 0; t < 9; t++) c[o][(o / 2 + t / 3) * 4 + o % 2 + t % 3] = t + 1;
        assertArrayEquals(new double[] {26.9268, 14.7498, 12.3468, 6.7043}, LinearAlgebra.singularValues(c), 5e-5);
        assertEquals(4, LinearAlgebra.rank(c));
    }

    @Test
    void factorsOfTheDecompositionMultiplyToTheMatrix() {
        for (int[] size : new int[][] {{3, 5}, {5, 3}, {4, 4}, {1, 6}, {6, 1}}) {
            double[][] a = random(size[0], size[0], size[1]);
            LinearAlgebra.Svd svd = LinearAlgebra.svd(a);
            int n = Math.min(size[0], size[1]);
            assertEquals(n, svd.values().length);
            for (int i = 0; i < size[0]; i++) {
                for (int j = 0; j < size[1]; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) sum += svd.left()[i][k] * svd.values()[k] * svd.right()[j][k];
                    assertEquals(a[i][j], sum, 1e-13);
                }
            }
            for (int k = 1; k < n; k++) assertEquals(true, svd.values()[k - 1] >= svd.values()[k]);
        }
    }

    @Test
    void rankCountsIndependentRows() {
        assertEquals(2, LinearAlgebra.rank(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}));
        assertEquals(1, LinearAlgebra.rank(new double[][] {{5, 0}, {0, 4e-10}}));
        assertEquals(2, LinearAlgebra.rank(new double[][] {{5, 0}, {0, 6e-10}}));
        assertEquals(0, LinearAlgebra.rank(new double[2][3]));
        assertEquals(1, LinearAlgebra.rank(new double[][] {{1e-200}}));
    }

    @Test
    void eigenvaluesFallAndVectorsAreRows() {
        double[][] g = random(7, 5, 5);
        double[][] c = new double[5][5];
        for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) c[i][j] = g[i][j] + g[j][i];
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetric(c);
        for (int k = 0; k < 5; k++) {
            for (int i = 0; i < 5; i++) {
                double sum = 0;
                for (int j = 0; j < 5; j++) sum += c[i][j] * eigen.vectors()[k][j];
                assertEquals(eigen.values()[k] * eigen.vectors()[k][i], sum, 1e-12);
            }
            if (k > 0) assertEquals(true, eigen.values()[k - 1] > eigen.values()[k]);
        }
        assertArrayEquals(new double[] {3, 1}, LinearAlgebra.symmetric(new double[][] {{2, 1}, {1, 2}}).values(), 1e-15);
    }

    /// The residual of the best x is orthogonal to every column; of a solvable system it is 0.
    @Test
    void leastSquaresLeavesAnOrthogonalResidual() {
        double[][] a = random(8, 9, 4);
        double[] b = random(9, 1, 9)[0];
        double[] x = LinearAlgebra.leastSquares(a, b);
        for (int j = 0; j < 4; j++) {
            double product = 0;
            for (int i = 0; i < 9; i++) {
                double residual = b[i];
                for (int k = 0; k < 4; k++) residual -= a[i][k] * x[k];
                product += a[i][j] * residual;
            }
            assertEquals(0, product, 1e-13);
        }
        assertArrayEquals(new double[] {2, -1}, LinearAlgebra.leastSquares(new double[][] {{1, 1}, {1, 2}, {1, 3}}, new double[] {1, 0, -1}), 1e-14);
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWhatIsNoMatrix() {
        assertEquals("LinearAlgebra.svd: number of rows must be >= 1, but was 0", message(() -> LinearAlgebra.svd(new double[0][])));
        assertEquals("LinearAlgebra.svd: length of row 0 must be >= 1, but was 0", message(() -> LinearAlgebra.rank(new double[2][0])));
        assertEquals("LinearAlgebra.svd: length of row 1 must be 1, but was 2", message(() -> LinearAlgebra.singularValues(new double[][] {{1}, {1, 2}})));
        assertEquals("LinearAlgebra.svd: [0][1] must be finite, but was NaN", message(() -> LinearAlgebra.svd(new double[][] {{1, Double.NaN}})));
        assertEquals("LinearAlgebra.symmetric: number of columns must be 1, but was 2", message(() -> LinearAlgebra.symmetric(new double[1][2])));
        assertEquals("LinearAlgebra.symmetric: the matrix must be symmetric, but [1][0] is 3.0 and [0][1] is 2.0",
                message(() -> LinearAlgebra.symmetric(new double[][] {{1, 2}, {3, 4}})));
        assertEquals("LinearAlgebra.leastSquares: length of b must be 2, but was 1", message(() -> LinearAlgebra.leastSquares(new double[2][1], new double[1])));
        assertEquals("LinearAlgebra.leastSquares: number of rows must be >= 2, but was 1",
                message(() -> LinearAlgebra.leastSquares(new double[1][2], new double[1])));
        assertEquals("LinearAlgebra.leastSquares: b[0] must be finite, but was Infinity",
                message(() -> LinearAlgebra.leastSquares(new double[][] {{1}}, new double[] {Double.POSITIVE_INFINITY})));
        assertEquals("LinearAlgebra.leastSquares: the 2 columns must be independent, but have rank 1; leave columns out",
                message(() -> LinearAlgebra.leastSquares(new double[][] {{1, 2}, {2, 4}, {3, 6}}, new double[3])));
    }

    @Test
    void anInterruptStopsItBeforeItBegins() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> LinearAlgebra.svd(new double[][] {{1}}));
        } finally {
            Thread.interrupted();
        }
    }
}
