package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.data.Noise;
import upsampling.op.LinearOperator;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 6.3, caveat K1, task 5.4.
class PsvTest {

    private static double[][] tiled(int rows, int columns) {
        double[][] tile = {{4, 2}, {2, 1}};
        double[][] image = new double[rows][columns];
        for (int h = 0; h < rows; h++) for (int w = 0; w < columns; w++) image[h][w] = tile[h % 2][w % 2];
        return image;
    }

    @Test
    void theTaskOfLessonFive() {
        assertEquals(1.1875, Psv.of(tiled(6, 6), 2).variance());
        assertEquals(1.1875, Psv.of(tiled(7, 7), 2).variance(), "the odd row and column at the end are left out");
        double[][] ramp = tiled(6, 6);
        for (int h = 0; h < 6; h++) for (int w = 0; w < 6; w++) ramp[h][w] += h;
        assertEquals(.6875, Psv.of(ramp, 2).variance(), "content counts as well");
        assertArrayEquals(new double[] {6, 4}, Psv.of(ramp, 2).means()[0]);
    }

    @Test
    void bothNormalisedForms() {
        Psv psv = Psv.of(tiled(4, 4), 2);
        assertEquals(2.25, psv.mean());
        assertEquals(1.1875 / 5.0625, psv.relativeToMean(), 1e-15);
        assertEquals(1.1875 / 6.25, psv.relativeToPower(), 1e-15);
        assertTrue(Double.isNaN(Psv.of(new double[2][2], 2).relativeToPower()));
        assertEquals(1, new Psv(new double[][] {{1, -1}}).relativeToPower(), "a mean of 0");
        assertEquals(Double.POSITIVE_INFINITY, new Psv(new double[][] {{1, -1}}).relativeToMean());
    }

    /// The table of section 6.3, this time on the painted picture of ones, inside.
    @ParameterizedTest
    @CsvSource({"3, 2, 1.1875, .2346", "4, 2, 0, 0", "5, 2, 3.1875, .0816", "2, 3, .2469, 1.25", "3, 3, 0, 0", "4, 3, .8395, .2656", "5, 3, 1.2840, .1664"})
    void picturesOfOnesHaveTheVariancesOfTheTable(int kernel, int stride, double variance, double relative) {
        Window window = Window.of(kernel).withStride(stride).withPadding(1);
        LinearOperator painting = Painting.plane(12, window, Painting.ones(kernel));
        double[] ones = new double[144];
        Arrays.fill(ones, 1);
        double[][] y = painting.reference().apply(DoubleTensor.of(painting.inputShape(), ones)).plane(0, 0);
        Psv psv = Psv.inside(y, window, window);
        assertEquals(variance, psv.variance(), 5e-5);
        assertEquals(relative, psv.relativeToMean(), 5e-5);
        assertEquals(PhaseSums.of(painting, stride).variance(), psv.variance(), 1e-12);
    }

    /// K1: random kernels, symmetric about 0, have the same expected artefact for every size: 1 - 1/s^2.
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "4, 2", "4, 3"})
    void randomKernelsHaveThreeQuartersWhateverTheirSize(int kernel, int stride) {
        RandomGenerator random = Noise.generator(11);
        int draws = 20_000;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[][] w = new double[kernel][kernel];
            for (double[] row : w) for (int i = 0; i < kernel; i++) row[i] = random.nextGaussian();
            sum += new Psv(PhaseSums.of(w, stride).sums()).relativeToPower() / draws;
        }
        assertEquals(1 - 1.0 / (stride * stride), sum, .008); // the deviation of one draw is about .22
    }

    @Test
    void unequalStridesHaveTheirOwnPhases() {
        double[][] image = {{1, 2, 3, 1, 2, 3, 9}, {1, 2, 3, 1, 2, 3, 9}};
        assertArrayEquals(new double[][] {{1, 2, 3}}, Psv.of(image, 1, 3).means());
        assertEquals(2 / 3.0, Psv.of(image, 1, 3).variance(), 1e-15);
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsPicturesWithoutAWholeStride() {
        assertEquals("Psv: strideHeight must be >= 1, but was 0", message(() -> Psv.of(new double[2][2], 0)));
        assertEquals("Psv: strideWidth must be >= 1, but was 0", message(() -> Psv.of(new double[2][2], 1, 0)));
        assertEquals("Psv: height for stride 3 and border 0 must be >= 3, but was 2", message(() -> Psv.of(new double[2][3], 3)));
        assertEquals("Psv: width for stride 2 and border 4 must be >= 10, but was 9",
                message(() -> Psv.inside(new double[10][9], Window.of(3).withStride(2), Window.of(3).withStride(2))));
        assertEquals("Psv: number of rows must be >= 1, but was 0", message(() -> Psv.of(new double[0][], 2)));
        assertEquals("Psv: length of row 0 must be >= 1, but was 0", message(() -> Psv.of(new double[2][0], 2)));
        assertEquals("Psv: length of row 1 must be 1, but was 2", message(() -> Psv.of(new double[][] {{1}, {1, 2}}, 1)));
        assertEquals("Psv: number of phase rows must be >= 1, but was 0", message(() -> new Psv(new double[0][])));
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Psv.of(new double[2][2], 2));
        } finally {
            Thread.interrupted();
        }
    }
}
