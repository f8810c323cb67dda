package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.data.Noise;
import upsampling.op.LinearOperator;
import upsampling.op.Resize;
import upsampling.op.ZeroInsertion;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Numbers of the curriculum: sections 6.1 and 6.3, tasks 5.3 and 5.4, the example by hand of lesson 5.
class PhaseSumsTest {

    private static double[][] counting(int rows, int columns, int first) {
        double[][] kernel = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) kernel[i / columns][i % columns] = first + i;
        return kernel;
    }

    private static double[][] ones(int size) {
        double[][] kernel = counting(size, size, 0);
        for (double[] row : kernel) Arrays.fill(row, 1);
        return kernel;
    }

    @Test
    void kernelsHaveTheSumsOfTheTask() {
        assertArrayEquals(new double[][] {{4, 2}, {2, 1}}, PhaseSums.of(ones(3), 2).sums());
        assertArrayEquals(new double[][] {{20, 10}, {10, 5}}, PhaseSums.of(counting(3, 3, 1), 2).sums());
        assertArrayEquals(new double[][] {{20, 24}, {36, 40}}, PhaseSums.of(counting(4, 4, 0), 2).sums(), "first index for the rows");
        assertArrayEquals(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 0}}, PhaseSums.of(ones(2), 3).sums());
    }

    @Test
    void theExampleByHandOfLessonFive() {
        PhaseSums uneven = PhaseSums.of(new double[] {1, 2, 3}, 2);
        assertArrayEquals(new double[][] {{4, 2}}, uneven.sums());
        assertEquals(3, uneven.mean());
        assertEquals(1, uneven.variance());
        assertEquals(0, PhaseSums.of(new double[] {1, 2, 1}, 2).variance());
    }

    /// The table of section 6.3: all-ones kernels.
    @ParameterizedTest
    @CsvSource({
        "3, 2, .25, .1111, 1.1875, .2346", "4, 2, 0, 0, 0, 0", "5, 2, .25, .04, 3.1875, .0816", "2, 3, .2222, .5, .2469, 1.25", "3, 3, 0, 0, 0, 0",
        "4, 3, .2222, .125, .8395, .2656", "5, 3, .2222, .08, 1.2840, .1664"})
    void onesHaveTheVariancesOfTheTable(int kernel, int stride, double variance, double relative, double variance2d, double relative2d) {
        PhaseSums row = PhaseSums.of(Painting.ones(kernel), stride);
        assertEquals(variance, row.variance(), 5e-5);
        assertEquals(relative, row.relativeVariance(), 5e-5);
        assertEquals(variance2d, PhaseSums.of(ones(kernel), stride).variance(), 5e-5);
        assertEquals(relative2d, PhaseSums.of(ones(kernel), stride).relativeVariance(), 5e-5);
    }

    /// The operator is only applied to ones; the kernel is added up.
    @Test
    void operatorAndKernelAgree() {
        RandomGenerator random = Noise.generator(5);
        for (int stride = 1; stride <= 4; stride++) {
            for (int size = 1; size <= 7; size++) {
                double[] kernel = random.doubles(size, -1, 1).toArray();
                LinearOperator painting = Painting.row(12, Window.of(size).withStride(stride), kernel);
                assertArrayEquals(PhaseSums.of(kernel, stride).sums()[0], PhaseSums.of(painting, 1, stride).sums()[0], 1e-12);
                LinearOperator plane = Painting.plane(12, Window.of(size).withStride(stride), kernel);
                double[][] outer = new double[size][size];
                for (int i = 0; i < size * size; i++) outer[i / size][i % size] = kernel[i / size] * kernel[i % size];
                double[][] expected = PhaseSums.of(outer, stride).sums();
                double[][] actual = PhaseSums.of(plane, stride).sums();
                for (int r = 0; r < stride; r++) assertArrayEquals(expected[r], actual[r], 1e-12);
            }
        }
    }

    @Test
    void paddingMovesThePhases() {
        Window window = Window.of(3).withStride(2);
        assertArrayEquals(new double[] {4, 2}, PhaseSums.of(Painting.row(8, window, 1, 2, 3), 1, 2).sums()[0]);
        assertArrayEquals(new double[] {2, 4}, PhaseSums.of(Painting.row(8, window.withPadding(1), 1, 2, 3), 1, 2).sums()[0]);
    }

    static Stream<Resize> interpolations() {
        return Stream.of(Resize.nearest(), Resize.nearestExact(), Resize.bilinear(), Resize.bicubic(), Resize.bicubic(-0.5), Resize.area(),
                Resize.bilinear().withAntialias(true), Resize.bicubic().withAntialias(true));
    }

    @ParameterizedTest
    @MethodSource("interpolations")
    void everyInterpolationIsBalanced(Resize rule) {
        for (int stride = 1; stride <= 4; stride++) {
            PhaseSums sums = PhaseSums.of(rule.withScale(stride, 2).on(Shape.of(1, 1, 9, 8)), stride, 2);
            assertEquals(stride, sums.sums().length);
            assertEquals(1, sums.mean(), 1e-14);
            assertEquals(0, sums.variance(), 1e-28);
        }
    }

    @Test
    void zeroInsertionHasAllInOnePhase() {
        assertArrayEquals(new double[][] {{1, 0, 0}, {0, 0, 0}}, PhaseSums.of(ZeroInsertion.of(2, 3).on(Shape.plane(7, 7)), 2, 3).sums());
    }

    /// Sum of the squared alias magnitudes = s^4 * variance; 475 for the kernel 1..9 and stride 2.
    @Test
    void varianceIsThePowerAtTheAliasFrequencies() {
        RandomGenerator random = Noise.generator(6);
        for (int stride = 2; stride <= 4; stride++) {
            double[][] kernel = new double[4][5];
            for (int i = 0; i < 20; i++) kernel[i / 5][i % 5] = random.nextGaussian();
            assertEquals(Math.pow(stride, 4) * PhaseSums.of(kernel, stride).variance(), aliasPower(kernel, stride), 1e-10);
            assertEquals(aliasPower(kernel, stride), Response.of(kernel).aliasPower(stride, stride), 1e-10);
            assertEquals(aliasPower(kernel, stride), PhaseSums.of(kernel, stride).aliasPower(), 1e-10);
            assertEquals(Response.of(kernel).gain(), PhaseSums.of(kernel, stride).gain(), 1e-12);
        }
        double[] row = {1, 2, 3};
        assertEquals(4, Response.of(row).aliasPower(1, 2), 1e-12, "one axis: s^2 times the variance 1");
        assertEquals(4, PhaseSums.of(row, 2).aliasPower(), 1e-12);
        assertEquals(6, PhaseSums.of(row, 2).gain());
        assertEquals(475, aliasPower(counting(3, 3, 1), 2), 1e-10);
        assertEquals(475, 16 * PhaseSums.of(counting(3, 3, 1), 2).variance(), 1e-10);
    }

    private static double aliasPower(double[][] kernel, int stride) {
        double power = 0;
        double[][] magnitudes = Response.of(kernel).aliasMagnitudes(stride, stride);
        for (double[] row : magnitudes) {
            for (double magnitude : row) power += magnitude * magnitude;
        }
        return power - magnitudes[0][0] * magnitudes[0][0];
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void aCellShowsTheNumbers() {
        assertEquals("PhaseSums [[4.0, 2.0]]", PhaseSums.of(new double[] {1, 2, 3}, 2).toString());
        assertEquals("Psv [[1.0, 2.0]]", Psv.of(new double[][] {{1, 2}, {1, 2}}, 1, 2).toString());
        assertEquals("Response [[1.0, 2.0, 3.0]]", Response.of(1, 2, 3).toString());
    }

    @Test
    void rejectsAnswersThatDoNotRepeat() {
        LinearOperator painting = Painting.row(8, Window.of(3).withStride(2), 1, 2, 3);
        assertEquals("PhaseSums: the answer to a constant does not repeat in the middle of [1, 1, 1, 17]: 4.0 at [0, 8], but 2.0 at [0, 7]; "
                + "give the stride of the operator, or a larger input", rejection(() -> PhaseSums.of(painting, 1, 1)));
        LinearOperator rowsDiffer = ZeroInsertion.of(2, 1).on(Shape.plane(6, 6));
        assertEquals("PhaseSums: the answer to a constant does not repeat in the middle of [1, 1, 11, 6]: 0.0 at [5, 2], but 1.0 at [4, 2]; "
                + "give the stride of the operator, or a larger input", rejection(() -> PhaseSums.of(rowsDiffer, 1, 1)));
        assertEquals("PhaseSums: length of kernel row 0 must be >= 1, but was 0", rejection(() -> PhaseSums.of(new double[0], 2)));
        assertEquals("PhaseSums: number of kernel rows must be >= 1, but was 0", rejection(() -> PhaseSums.of(new double[0][], 2)));
        assertEquals("PhaseSums: length of kernel row 1 must be 2, but was 1", rejection(() -> PhaseSums.of(new double[][] {{1, 2}, {3}}, 2)));
        assertEquals("PhaseSums: output width for stride 6 must be >= 18, but was 17", rejection(() -> PhaseSums.of(painting, 1, 6)));
        assertEquals("PhaseSums: output height for stride 2 must be >= 6, but was 1", rejection(() -> PhaseSums.of(painting, 2)));
        assertEquals("PhaseSums: stride along the width must be >= 1, but was 0", rejection(() -> PhaseSums.of(painting, 1, 0)));
        assertEquals("PhaseSums: strideWidth must be >= 1, but was 0", rejection(() -> PhaseSums.of(new double[] {1}, 0)));
        assertEquals("PhaseSums: strideHeight must be >= 1, but was 0", rejection(() -> PhaseSums.of(new double[][] {{1}}, 0)));
        assertEquals("PhaseSums: length of row 1 must be 1, but was 2", rejection(() -> new PhaseSums(new double[][] {{1}, {1, 2}})));
    }
}
