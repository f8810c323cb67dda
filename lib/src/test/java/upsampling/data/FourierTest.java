package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of the curriculum: section 6.6 and task 9.4.
class FourierTest {

    private static double[][] noise(long seed, int rows, int columns) {
        RandomGenerator random = Noise.generator(seed);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int w = 0; w < columns; w++) row[w] = random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 16, 30, 64})
    void transformIsTheDefinitionForAnyLength(int n) {
        double[][] f = noise(n, 2, n);
        double[] real = f[0].clone();
        double[] imaginary = f[1].clone();
        Fourier.forward(real, imaginary);
        for (int u = 0; u < n; u++) {
            double sumReal = 0;
            double sumImaginary = 0;
            for (int k = 0; k < n; k++) {
                double angle = -2 * Math.PI * u * k / n;
                sumReal += f[0][k] * Math.cos(angle) - f[1][k] * Math.sin(angle);
                sumImaginary += f[0][k] * Math.sin(angle) + f[1][k] * Math.cos(angle);
            }
            assertEquals(sumReal, real[u], 1e-11, "real part at " + u);
            assertEquals(sumImaginary, imaginary[u], 1e-11, "imaginary part at " + u);
        }
        Fourier.inverse(real, imaginary);
        assertArrayEquals(f[0], real, 1e-13);
        assertArrayEquals(f[1], imaginary, 1e-13);
    }

    /// A wave with 2 periods down and 3 across has its energy in the two conjugate places, `H*W/2` each.
    @Test
    void aPictureIsTransformedAlongBothAxes() {
        double[][] real = new double[8][12];
        for (int i = 0; i < 96; i++) real[i / 12][i % 12] = Math.cos(2 * Math.PI * (2 * (i / 12) / 8.0 + 3 * (i % 12) / 12.0));
        double[][] imaginary = new double[8][12];
        Fourier.forward(real, imaginary);
        for (int u = 0; u < 8; u++) {
            for (int v = 0; v < 12; v++) {
                boolean isWave = u == 2 && v == 3 || u == 6 && v == 9;
                assertEquals(isWave ? 48 : 0, real[u][v], 1e-12, u + ", " + v);
                assertEquals(0, imaginary[u][v], 1e-12, u + ", " + v);
            }
        }
        Fourier.inverse(real, imaginary);
        assertEquals(1, real[0][0], 1e-14);
        assertEquals(Math.cos(2 * Math.PI * (1 / 4.0 + 1 / 4.0)), real[1][1], 1e-14);
    }

    @Test
    void frequenciesAreSigned() {
        int[] even = new int[6];
        int[] odd = new int[5];
        for (int u = 0; u < 6; u++) even[u] = Fourier.frequency(u, 6);
        for (int u = 0; u < 5; u++) odd[u] = Fourier.frequency(u, 5);
        assertArrayEquals(new int[] {0, 1, 2, 3, -2, -1}, even);
        assertArrayEquals(new int[] {0, 1, 2, -2, -1}, odd);
    }

    @Test
    void aCosineMovesByHalfASample() {
        double[] wave = new double[8];
        double[] moved = new double[8];
        for (int n = 0; n < 8; n++) {
            wave[n] = Math.cos(2 * Math.PI * n / 8);
            moved[n] = Math.cos(2 * Math.PI * (n - .5) / 8);
        }
        assertArrayEquals(moved, Fourier.shift(wave, .5), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 16})
    void wholeShiftsMoveTheValues(int n) {
        double[] x = noise(3, 1, n)[0];
        for (int delta : new int[] {-3, 0, 1, 2 * n + 1}) {
            double[] rolled = new double[n];
            for (int i = 0; i < n; i++) rolled[Math.floorMod(i + delta, n)] = x[i];
            assertArrayEquals(rolled, Fourier.shift(x, delta), 1e-13, "by " + delta);
        }
    }

    /// cos(pi*delta): at half a sample nothing is left of the fastest wave.
    @Test
    void theFastestWaveKeepsItsRealPart() {
        double[] x = {1, -1, 1, -1, 1, -1};
        assertArrayEquals(new double[6], Fourier.shift(x, .5), 1e-15);
        double quarter = Math.cos(Math.PI / 4);
        assertArrayEquals(new double[] {quarter, -quarter, quarter, -quarter, quarter, -quarter}, Fourier.shift(x, .25), 1e-15);
    }

    /// Three quarters there and back; only a length without a fastest wave of its own comes back.
    @Test
    void shiftsAddUp() {
        double[] x = noise(4, 1, 9)[0];
        assertArrayEquals(x, Fourier.shift(Fourier.shift(x, .75), -.75), 1e-14);
        assertArrayEquals(Fourier.shift(x, 1.25), Fourier.shift(Fourier.shift(x, .5), .75), 1e-14);
    }

    @Test
    void aPictureMovesDownAndToTheRight() {
        double[][] x = noise(5, 3, 4);
        double[][] rolled = new double[3][4];
        for (int h = 0; h < 3; h++) for (int w = 0; w < 4; w++) rolled[(h + 1) % 3][(w + 2) % 4] = x[h][w];
        double[][] moved = Fourier.shift(x, 1, 2);
        for (int h = 0; h < 3; h++) assertArrayEquals(rolled[h], moved[h], 1e-14);
        double[] bump = Bump.standard().signal();
        double[][] column = new double[64][1];
        for (int h = 0; h < 64; h++) column[h][0] = bump[h];
        double[][] lower = Fourier.shift(column, .3, .7);
        double[] expected = Bump.standard().shifted(.3).signal();
        for (int h = 0; h < 64; h++) assertEquals(expected[h], lower[h][0], 1e-5, "row " + h);
    }

    @Test
    void rejectsPartsThatDoNotFit() {
        assertEquals("Fourier.forward: length of the imaginary part must be 3, but was 2",
                message(() -> Fourier.forward(new double[3], new double[2])));
        assertEquals("Fourier.inverse: length must be >= 1, but was 0", message(() -> Fourier.inverse(new double[0], new double[0])));
        assertEquals("Fourier.forward: number of imaginary rows must be 2, but was 1",
                message(() -> Fourier.forward(new double[2][3], new double[1][3])));
        assertEquals("Fourier.inverse: number of rows must be >= 1, but was 0", message(() -> Fourier.inverse(new double[0][], new double[0][])));
        assertEquals("Fourier.forward: length of row 1 must be 2, but was 3",
                message(() -> Fourier.forward(new double[][] {{1, 2}, {1, 2, 3}}, new double[][] {{1, 2}, {1, 2, 3}})));
        assertEquals("Fourier.shift: length must be >= 1, but was 0", message(() -> Fourier.shift(new double[0], 1)));
        assertEquals("Fourier.shift: delta must be finite, but was NaN", message(() -> Fourier.shift(new double[3], Double.NaN)));
        assertEquals("Fourier.shift: number of rows must be >= 1, but was 0", message(() -> Fourier.shift(new double[0][], 1, 1)));
        assertEquals("Fourier.shift: length of row 1 must be 1, but was 2", message(() -> Fourier.shift(new double[][] {{1}, {1, 2}}, 1, 1)));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Fourier.forward(new double[4][4], new double[4][4]));
        assertStops(() -> Fourier.shift(new double[4][4], 1, 1));
        assertStops(() -> Fourier.forward(new double[3], new double[3]));
    }
}
