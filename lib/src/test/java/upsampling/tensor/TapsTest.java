package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.data.Noise;

/// Numbers of the curriculum: section 4.4, caveat K5, rows S3.12 to S3.14, tasks 2.1, 2.3, 2.4 and 2.6.
class TapsTest {
    private static final double[] RAMP = {0, 1, 2, 3};
    private static final double[] SPIKE = {0, 0, 0, 0, 8, 0, 0, 0};

    private static Grid corners(int in, int out) {
        return Grid.ofSize(in, out).withAlignment(Alignment.CORNERS);
    }

    /// Tables of every kind, up and down, by size and by scale.
    static Stream<Taps> tables() {
        List<Grid> grids = List.of(Grid.ofSize(4, 8), Grid.ofSize(5, 3), Grid.ofSize(1, 6), Grid.ofSize(7, 1), Grid.ofSize(3, 3),
                Grid.ofSize(11, 26), Grid.ofScale(5, 1.5), Grid.ofScale(9, 0.35));
        return grids.stream().flatMap(g -> Stream.of(Taps.nearest(g), Taps.nearestExact(g), Taps.linear(g), Taps.cubic(g, -0.75),
                Taps.area(g.in(), g.out()), Taps.linear(g.withAlignment(Alignment.CORNERS)), Taps.cubic(g.withAlignment(Alignment.CORNERS), -0.5),
                Taps.linearAntialias(g), Taps.cubicAntialias(g, -0.5)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyInterpolationKeepsAConstant(Taps taps) {
        double[] ones = new double[taps.outSize()];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, taps.rowSums(), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void matrixAndItsTransposeSayTheSame(Taps taps) {
        double[][] matrix = taps.matrix();
        double[][] transposed = taps.transpose().matrix();
        for (int o = 0; o < taps.outSize(); o++) {
            for (int i = 0; i < taps.inSize(); i++) assertEquals(matrix[o][i], transposed[i][o]);
        }
        assertArrayEquals(matrix, taps.transpose().transpose().matrix());
        assertArrayEquals(matrix, Taps.of(matrix).matrix());
        long notZero = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).filter(v -> v != 0).count();
        assertEquals(notZero, taps.weight().length, "no zero, no cell twice");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void applyIsTheProductWithTheMatrix(Taps taps) {
        RandomGenerator random = Noise.generator(taps.outSize());
        double[] x = random.doubles(taps.inSize(), -1, 1).toArray();
        double[][] matrix = taps.matrix();
        double[] expected = new double[taps.outSize()];
        for (int o = 0; o < expected.length; o++) {
            for (int i = 0; i < x.length; i++) expected[o] += matrix[o][i] * x[i];
        }
        assertArrayEquals(expected, taps.apply(x), 1e-15);
    }

    @Test
    void nearestFloorsAndNearestExactTakesTheNearestCentre() {
        assertArrayEquals(new double[] {0, 0, 1, 1, 2, 2, 3, 3}, Taps.nearest(Grid.ofSize(4, 8)).apply(RAMP));
        assertArrayEquals(new double[] {10, 20}, Taps.nearest(Grid.ofSize(3, 2)).apply(10, 20, 30));
        assertArrayEquals(new double[] {10, 30}, Taps.nearestExact(Grid.ofSize(3, 2)).apply(10, 20, 30));
        assertArrayEquals(new double[] {10, 10, 20, 20, 30}, Taps.nearest(Grid.ofSize(3, 5)).apply(10, 20, 30));
        assertArrayEquals(new double[] {10, 10, 20, 30, 30}, Taps.nearestExact(Grid.ofSize(3, 5)).apply(10, 20, 30));
    }

    @Test
    void linearClampsAtTheFirstCell() {
        assertArrayEquals(new double[] {0, .25, .75, 1.25, 1.75, 2.25, 2.75, 3}, Taps.linear(Grid.ofSize(4, 8)).apply(RAMP));
        assertArrayEquals(new double[][] {{1, 0}, {.5, .5}, {0, 1}}, Taps.linear(Grid.ofSize(2, 3)).matrix(), "2 -> 3");
        assertArrayEquals(new double[][] {{0, .5, .5, 0}}, Taps.linear(Grid.ofSize(4, 1)).matrix());
    }

    @Test
    void cornersMapTheEndsToTheEnds() {
        double[] sevenths = {0, 3 / 7.0, 6 / 7.0, 9 / 7.0, 12 / 7.0, 15 / 7.0, 18 / 7.0, 3};
        assertArrayEquals(sevenths, Taps.linear(corners(4, 8)).apply(RAMP), 1e-15);
        assertArrayEquals(new double[][] {{1, 0, 0, 0}}, Taps.linear(corners(4, 1)).matrix());
        assertArrayEquals(new double[] {0, .341108, .800292, 1.329446, 1.670554, 2.199708, 2.658892, 3},
                Taps.cubic(corners(4, 8), Kernels.PYTORCH_CUBIC).apply(RAMP), 1e-6);
    }

    @Test
    void cubicRepeatsTheBorderWithoutClampingTheSource() {
        assertArrayEquals(new double[] {-.105469, .191406, .667969, 1.296875, 1.703125, 2.332031, 2.808594, 3.105469},
                Taps.cubic(Grid.ofSize(4, 8), Kernels.PYTORCH_CUBIC).apply(RAMP), 1e-6);
        assertArrayEquals(new double[] {-.03515625, .26171875, .87890625, -.10546875, 0, 0},
                Taps.cubic(Grid.ofSize(6, 12), Kernels.PYTORCH_CUBIC).matrix()[4], "t = 3/4");
    }

    /// Enlarging with left-out and renormalised borders and `a = -1/2` is what TensorFlow and Keras call bicubic.
    @Test
    void cubicAntialiasEnlargesLikeTensorFlow() {
        double[] y = Taps.cubicAntialias(Grid.ofSize(4, 8), Kernels.KEYS_CUBIC).apply(RAMP);
        assertArrayEquals(new double[] {-.088235, .167883, .709924, 1.25}, Arrays.copyOf(y, 4), 1e-6);
    }

    @Test
    void aReductionSkipsCellsUnlessItIsAntialiased() {
        Grid half = Grid.ofSize(8, 4);
        assertArrayEquals(new double[] {0, 0, 4, 0}, Taps.linear(half).apply(SPIKE));
        assertArrayEquals(new double[] {0, 1, 3, 0}, Taps.linearAntialias(half).apply(SPIKE), 1e-15);
        assertArrayEquals(new double[] {0, -.75, 4.75, 0}, Taps.cubic(half, Kernels.PYTORCH_CUBIC).apply(SPIKE));
        assertArrayEquals(new double[] {-.100418, .895753, 3.428571, -.301255}, Taps.cubicAntialias(half, Kernels.KEYS_CUBIC).apply(SPIKE), 1e-6);
    }

    @Test
    void aGivenScaleIsTheRatio() {
        double[] x = {0, 1, 2, 3, 4};
        assertArrayEquals(new double[] {0, .5, 7 / 6.0, 11 / 6.0, 2.5, 19 / 6.0, 23 / 6.0}, Taps.linear(Grid.ofScale(5, 1.5)).apply(x), 1e-15);
        assertArrayEquals(new double[] {0, 4 / 7.0, 9 / 7.0, 2, 19 / 7.0, 24 / 7.0, 4}, Taps.linear(Grid.ofSize(5, 7)).apply(x), 1e-15);
    }

    @Test
    void gradientsAddUpWhereACellIsUsedOften() {
        assertArrayEquals(new double[] {2, 2, 2, 2}, Taps.linear(Grid.ofSize(4, 8)).transpose().rowSums());
        assertArrayEquals(new double[] {1.6, 1.8, 1.6}, Taps.linear(Grid.ofSize(3, 5)).transpose().rowSums(), 1e-15);
        assertArrayEquals(new double[] {12 / 7.0, 16 / 7.0, 16 / 7.0, 12 / 7.0}, Taps.linear(corners(4, 8)).transpose().rowSums(), 1e-15);
    }

    @Test
    void areaAveragesCoveredCells() {
        assertArrayEquals(new double[][] {{.5, .5, 0}, {0, .5, .5}}, Taps.area(3, 2).matrix());
        assertArrayEquals(new double[][] {{1, 0}, {.5, .5}, {0, 1}}, Taps.area(2, 3).matrix());
    }

    @Test
    void zeroInsertionLeavesGaps() {
        assertArrayEquals(new double[] {1, 0, 0, 2, 0, 0, 3}, Taps.zeroInsertion(3, 3, 7).apply(1, 2, 3));
        assertArrayEquals(new double[] {1, 2}, Taps.zeroInsertion(2, 1, 2).apply(1, 2));
        assertArrayEquals(new double[] {1, 0, 2, 0, 0}, Taps.zeroInsertion(2, 2, 5).apply(1, 2), "what is left goes to the end");
        assertEquals("y[1] = 0", Taps.zeroInsertion(2, 2, 3).row(1));
    }

    /// Near the end of the axis `o*in` is about 2.5e9 and does not fit an `int`.
    @Test
    void longAxesDoNotOverflow() {
        for (Taps taps : List.of(Taps.area(50_000, 50_001), Taps.linear(Grid.ofSize(50_000, 50_001)), Taps.nearest(Grid.ofSize(50_000, 50_001)))) {
            assertEquals(49_999, taps.cell()[taps.cell().length - 1]);
            assertEquals(1, taps.rowSums()[50_000]);
        }
    }

    @Test
    void aNotANumberSpreadsOnlyToOutputsThatUseItsCell() {
        double[] y = Taps.linear(corners(4, 7)).apply(0, 1, Double.NaN, 3);
        assertArrayEquals(new double[] {0, .5, 1, Double.NaN, Double.NaN, Double.NaN, 3}, y, "PyTorch has NaN at 2 as well: 0 * NaN");
    }

    @Test
    void rowsAreWrittenForPeople() {
        assertEquals("y[3] = 0.75 x[1] + 0.25 x[2]", Taps.linear(Grid.ofSize(4, 8)).row(3));
        assertEquals("y[3] = -0.1055 x[0] + 0.8789 x[1] + 0.2617 x[2] - 0.03516 x[3]", Taps.cubic(Grid.ofSize(4, 8), -0.75).row(3));
        assertEquals("Taps 2 -> 3, 4 weights\n  y[0] = 1 x[0]\n  y[1] = 0.5 x[0] + 0.5 x[1]\n  y[2] = 1 x[1]",
                Taps.linear(Grid.ofSize(2, 3)).toString());
        assertEquals("Taps 2 -> 17, 17 weights", Taps.nearest(Grid.ofSize(2, 17)).toString(), "large tables are described by their size");
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWhatDoesNotFitTogether() {
        int[] first = {0, 1, 2};
        assertEquals("Taps: inSize must be >= 1, but was 0", rejection(() -> new Taps(0, first, new int[2], new double[2])));
        assertEquals("Taps: length of first must be >= 2, but was 1", rejection(() -> new Taps(1, new int[1], new int[0], new double[0])));
        assertEquals("Taps: first[0] must be 0, but was 1", rejection(() -> new Taps(1, new int[] {1, 1}, new int[1], new double[1])));
        assertEquals("Taps: first[2] must be >= 2, but was 1", rejection(() -> new Taps(1, new int[] {0, 2, 1}, new int[1], new double[1])));
        assertEquals("Taps: length of cell must be 2, but was 3", rejection(() -> new Taps(1, first, new int[3], new double[3])));
        assertEquals("Taps: length of weight must be 2, but was 3", rejection(() -> new Taps(1, first, new int[2], new double[3])));
        assertEquals("Taps: cell[1] must be in 0..3, but was 4", rejection(() -> new Taps(4, first, new int[] {0, 4}, new double[] {1, 1})));
        assertEquals("Taps: weight[1] must be finite, but was NaN", rejection(() -> new Taps(4, first, new int[2], new double[] {1, Double.NaN})));
        assertEquals("Taps: weight[0] must not be 0; leave the tap out", rejection(() -> new Taps(4, first, new int[2], new double[] {-0.0, 1})));
        assertEquals("Taps.apply: number of values must be 4, but was 3", rejection(() -> Taps.linear(Grid.ofSize(4, 8)).apply(1, 2, 3)));
        assertEquals("Taps.row: output must be in 0..7, but was 8", rejection(() -> Taps.linear(Grid.ofSize(4, 8)).row(8)));
        assertEquals("Taps.of: number of rows must be >= 1, but was 0", rejection(() -> Taps.of(new double[0][])));
        assertEquals("Taps.of: length of row 1 must be 2, but was 1", rejection(() -> Taps.of(new double[][] {{1, 2}, {3}})));
    }

    @Test
    void rejectsParametersThatARuleDoesNotKnow() {
        assertEquals("Taps.nearest: the alignment must be HALF_PIXEL, but was CORNERS; only linear and cubic know both",
                rejection(() -> Taps.nearest(corners(4, 8))));
        assertEquals("Taps.nearestExact: the alignment must be HALF_PIXEL, but was CORNERS; only linear and cubic know both",
                rejection(() -> Taps.nearestExact(corners(4, 8))));
        assertEquals("Taps.linearAntialias: the alignment must be HALF_PIXEL, but was CORNERS; only linear and cubic know both",
                rejection(() -> Taps.linearAntialias(corners(8, 4))));
        assertEquals("Taps.cubicAntialias: the alignment must be HALF_PIXEL, but was CORNERS; only linear and cubic know both",
                rejection(() -> Taps.cubicAntialias(corners(8, 4), -0.5)));
        assertEquals("Taps.cubic: a must be finite, but was NaN", rejection(() -> Taps.cubic(Grid.ofSize(4, 8), Double.NaN)));
        assertEquals("Taps.cubicAntialias: a must be finite, but was Infinity",
                rejection(() -> Taps.cubicAntialias(Grid.ofSize(4, 8), Double.POSITIVE_INFINITY)));
        assertEquals("Taps.zeroInsertion: stride must be >= 1, but was 0", rejection(() -> Taps.zeroInsertion(3, 0, 9)));
        assertEquals("Taps.zeroInsertion: in must be >= 1, but was 0", rejection(() -> Taps.zeroInsertion(0, 2, 9)));
        assertEquals("Taps.zeroInsertion: out must be >= 5, but was 4", rejection(() -> Taps.zeroInsertion(3, 2, 4)));
        assertEquals("Taps.zeroInsertion: the least out must be at most 2147483647, but would be 2147483649 = 1073741824*(3-1) + 1",
                assertThrows(ArithmeticException.class, () -> Taps.zeroInsertion(3, 1 << 30, 9)).getMessage());
    }
}
