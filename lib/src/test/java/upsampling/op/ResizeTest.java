package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.ScalarBackend;
import upsampling.data.Noise;
import upsampling.tensor.Alignment;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Grid;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/resize.py`, PyTorch 2.15, and those of the curriculum, section 4.4, tasks 2.5 and 2.6.
class ResizeTest {
    private static final Shape ASYMMETRIC = Shape.of(2, 3, 4, 5);

    static List<Golden> goldens() {
        return Golden.of("resize.txt", "Resize");
    }

    private static Resize resizeOf(Golden golden) {
        Resize resize = Resize.of(Interpolation.valueOf(golden.text("mode").replace('-', '_').toUpperCase()))
                .withAlignment(golden.flag("corners") ? Alignment.CORNERS : Alignment.HALF_PIXEL).withAntialias(golden.flag("antialias"));
        if (golden.has("size")) return resize.toSize(golden.ints("size")[0], golden.ints("size")[1]);
        return resize.withScale(golden.doubles("scale_factor")[0], golden.doubles("scale_factor")[1]);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardIsPyTorchs(Golden golden) {
        DoubleTensor x = golden.tensor("x");
        Resize resize = resizeOf(golden);
        Close.assertNear(golden.toString(), golden.tensor("y"), resize.reference().forward(x), 1e-14);
        compareForward(golden.toString(), resize, x.toFloat());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void backwardIsPyTorchs(Golden golden) {
        DoubleTensor g = golden.tensor("gradOutput");
        DoubleTensor expected = golden.tensor("gradInput");
        Resize resize = resizeOf(golden);
        Close.assertNear(golden.toString(), expected, resize.reference().backward(g, expected.shape()), 2e-14);
        compareBackward(golden.toString(), resize, g.toFloat(), expected.shape());
    }

    /// Sums run in double and are rounded once, so nothing but the rounding of the exact result is allowed.
    private static void compareForward(String what, Resize resize, Tensor x) {
        DoubleTensor exact = resize.reference().forward(DoubleTensor.of(x));
        Close.assertRoundedOnce(what, exact, resize.forward(x));
    }

    private static void compareBackward(String what, Resize resize, Tensor g, Shape in) {
        DoubleTensor exact = resize.reference().backward(DoubleTensor.of(g), in);
        Close.assertRoundedOnce(what, exact, resize.backward(g, in));
    }

    /// `nearest.txt`: whole axes, with all pairs up to 40 cells in which float32 and whole numbers give different cells.
    @Test
    void nearestCopiesTheCellsOfPyTorch() {
        List<String> lines = Golden.lines("nearest.txt");
        assertTrue(lines.size() > 250, "only " + lines.size() + " lines");
        for (String line : lines) {
            String[] axis = line.substring(0, line.indexOf(':')).split(" ");
            int in = Integer.parseInt(axis[1]);
            double scale = Double.parseDouble(axis[3]);
            Grid grid = scale == 0 ? Grid.ofSize(in, Integer.parseInt(axis[2])) : Grid.ofScale(in, scale);
            int[] cells = new int[grid.out()];
            for (int o = 0; o < cells.length; o++) cells[o] = axis[0].equals("nearest") ? grid.nearest(o) : grid.nearestExact(o);
            int[] expected = Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ")).mapToInt(Integer::parseInt).toArray();
            assertArrayEquals(expected, cells, line);
        }
    }

    /// Every rule with every option it knows, still without a size.
    static Stream<Resize> rules() {
        return Stream.of(Resize.nearest(), Resize.nearestExact(), Resize.area(), Resize.bilinear(), Resize.bicubic(), Resize.bicubic(-0.5),
                Resize.bilinear().withAlignment(Alignment.CORNERS), Resize.bicubic().withAlignment(Alignment.CORNERS),
                Resize.bilinear().withAntialias(true), Resize.bicubic().withAntialias(true), Resize.bicubic(-0.6).withAntialias(true));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void scalarBackendAgreesWithReference(Resize rule) {
        RandomGenerator random = Noise.generator(21);
        for (int trial = 0; trial < 60; trial++) {
            Shape in = Shape.of(2, 3, random.nextInt(1, 9), random.nextInt(1, 12));
            Resize resize = trial % 2 == 0 ? rule.toSize(random.nextInt(1, 14), random.nextInt(1, 10))
                    : rule.withScale((1 + random.nextInt(5)) / (double) in.h(), random.nextDouble(1, 3));
            String what = resize + " on " + in;
            compareForward(what, resize, Samples.normal(trial, in));
            compareBackward(what, resize, Samples.normal(-trial, resize.outputShape(in)), in);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void backwardIsTheAdjoint(Resize rule) {
        Gradients.assertAdjoint(rule + " up", rule.toSize(7, 11).on(ASYMMETRIC), 22);
        Gradients.assertAdjoint(rule + " down", rule.withScale(0.7, 0.5).on(ASYMMETRIC), 23);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void gradientMatchesCentralDifferences(Resize rule) {
        Resize resize = rule.toSize(6, 3);
        DoubleTensor x = DoubleTensor.of(Samples.normal(24, ASYMMETRIC));
        DoubleTensor g = DoubleTensor.of(Samples.normal(25, resize.outputShape(ASYMMETRIC)));
        Gradients.assertCentralDifferences(rule.toString(), resize.reference()::forward, x, g, resize.reference().backward(g, ASYMMETRIC));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void matrixIsTheProductOfTheTwoTables(Resize rule) {
        Resize resize = rule.toSize(5, 2);
        double[][] matrix = resize.on(Shape.plane(3, 4)).matrix();
        double[][] rows = resize.rows(3).matrix();
        double[][] columns = resize.columns(4).matrix();
        for (int o = 0; o < 10; o++) {
            for (int i = 0; i < 12; i++) assertEquals(rows[o / 2][i / 4] * columns[o % 2][i % 4], matrix[o][i], 1e-16, rule + " at " + o + ", " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aConstantSurvivesEveryRule(Resize rule) {
        for (float value : rule.toSize(7, 3).forward(Tensor.full(ASYMMETRIC, 3)).toArray()) assertEquals(3, value);
    }

    /// Counts the cells of the output that begin inside the scaled axis.
    @Test
    void outputShapeCountsScaledCells() {
        for (int in = 1; in <= 40; in++) {
            for (double scale : new double[] {0.25, 0.5, 0.75, 1, 1.25, 2, 2.5, 3}) { // exact in binary, so counting is exact
                int counted = 0;
                while (counted + 1 <= in * scale) counted++;
                if (counted == 0) continue;
                assertEquals(Shape.of(2, 3, counted, 2 * in), Resize.bilinear().withScale(scale, 2).outputShape(Shape.of(2, 3, in, in)));
            }
        }
        assertEquals(Shape.of(2, 3, 9, 2), Resize.area().toSize(9, 2).outputShape(ASYMMETRIC));
    }

    @Test
    void pairsOfNumbersMeanHeightThenWidth() {
        assertEquals(new Resize(Interpolation.BICUBIC, Alignment.CORNERS, false, OptionalDouble.of(-0.5), 0, 0, 2, 3),
                Resize.bicubic(-0.5).withAlignment(Alignment.CORNERS).withScale(2, 3));
        assertEquals(new Resize(Interpolation.BILINEAR, Alignment.HALF_PIXEL, true, OptionalDouble.empty(), 4, 5, 0, 0),
                Resize.bilinear().withScale(2).withAntialias(true).toSize(4, 5), "the last of size and scale counts");
        assertEquals(Resize.nearest().withScale(2, 2), Resize.nearest().withScale(2));
    }

    @Test
    void workedExamplesHaveTheValuesOfTheLesson() {
        Tensor square = Tensor.image(new double[][] {{0, 4}, {8, 12}});
        assertArrayEquals(new float[] {0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12}, Resize.bilinear().withScale(2).forward(square).toArray());
        Tensor wide = Tensor.image(new double[][] {{0, 1, 2}, {10, 11, 12}});
        assertArrayEquals(new float[] {0, 1, 2, 2.5f, 3.5f, 4.5f, 7.5f, 8.5f, 9.5f, 10, 11, 12},
                Resize.bilinear().toSize(4, 3).forward(wide).toArray());
        assertArrayEquals(new float[] {4, 4, 4, 4},
                Resize.bilinear().withScale(2).backward(Tensor.full(Shape.plane(4, 4), 1), Shape.plane(2, 2)).toArray());
    }

    @Test
    void nearestCopiesBitForBit() {
        Tensor x = Samples.normal(26, Shape.of(2, 3, 5, 7));
        Tensor y = Resize.nearest().withScale(2).forward(x);
        for (int h = 0; h < 10; h++) {
            for (int w = 0; w < 14; w++) assertEquals(x.get(1, 2, h / 2, w / 2), y.get(1, 2, h, w));
        }
    }

    @Test
    void areaIsAdaptiveAveragePooling() {
        for (int out = 1; out <= 9; out++) {
            Tensor picture = Samples.normal(out, ASYMMETRIC);
            assertArrayEquals(AdaptiveAvgPool2d.of(out, 10 - out).forward(picture).toArray(),
                    Resize.area().toSize(out, 10 - out).forward(picture).toArray());
            DoubleTensor x = DoubleTensor.of(picture);
            Close.assertNear("area", AdaptiveAvgPool2d.of(out, 10 - out).reference().forward(x),
                    Resize.area().toSize(out, 10 - out).reference().forward(x), 1e-15);
        }
    }

    /// One sum and one division: with three weights of 1/3 some of these means would be 1e-17.
    @Test
    void anAreaWithMeanZeroIsExactlyZero() {
        for (int a = -6; a <= 6; a++) {
            for (int b = -6; b <= 6; b++) {
                Tensor x = Tensor.image(new double[][] {{a / 4.0, b / 4.0, -(a + b) / 4.0}});
                assertEquals(0, Resize.area().toSize(1, 1).forward(x).get(0, 0), 0.0f);
            }
        }
    }

    /// A step from 0 to 1, twice enlarged: 10.5 percent above and below for PyTorch's cubic, 7.0 for Keys'.
    @Test
    void bicubicOvershootsAtAStep() {
        Tensor step = Tensor.image(new double[][] {{0, 0, 0, 1, 1, 1}});
        float[] y = Resize.bicubic().toSize(1, 12).forward(step).toArray();
        assertEquals(-.10546875f, y[4]);
        assertEquals(1.10546875f, y[7]);
        assertEquals(-.0703125f, Resize.bicubic(-0.5).toSize(1, 12).forward(step).toArray()[4]);
    }

    @Test
    void specialValuesSpreadOnlyWhereTheyAreUsed() {
        Tensor x = Tensor.of(Shape.plane(1, 4), Float.NaN, 1, -0.0f, Float.POSITIVE_INFINITY);
        float inf = Float.POSITIVE_INFINITY;
        assertArrayEquals(new float[] {Float.NaN, Float.NaN, 1, 1, 0, 0, inf, inf}, Resize.nearest().toSize(1, 8).forward(x).toArray());
        assertArrayEquals(new float[] {Float.NaN, Float.NaN, Float.NaN, .75f, .25f, inf, inf, inf},
                Resize.bilinear().toSize(1, 8).forward(x).toArray());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aSingleCellBecomesAConstant(Resize rule) {
        assertArrayEquals(new float[] {-3, -3, -3, -3, -3, -3}, rule.toSize(2, 3).forward(Tensor.full(Shape.plane(1, 1), -3)).toArray());
    }

    /// A row of a hundred thousand cells and back: every tenth of the way the ramp is where it should be.
    @Test
    void longRowsKeepTheirPlace() {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) values[i] = i;
        Tensor ramp = Tensor.of(Shape.plane(1, values.length), values);
        float[] y = Resize.bilinear().toSize(1, 30_011).forward(ramp).toArray();
        for (int o = 0; o < y.length; o += 3001) assertEquals((o + 0.5) * 100_003 / 30_011 - 0.5, y[o], 0.01);
        assertEquals(values.length, Resize.bicubic().toSize(1, values.length).forward(ramp).toArray().length);
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsSizesAndScalesThatLeaveNothing() {
        assertEquals("Resize: neither a size nor a scale was given; add .toSize(height, width) or .withScale(2)",
                rejection(() -> Resize.bilinear().forward(Tensor.zeros(1, 1, 4, 4))));
        assertEquals("Resize: height must be >= 1, but was 0", rejection(() -> Resize.bilinear().toSize(0, 4)));
        assertEquals("Resize: width must be >= 1, but was -2", rejection(() -> Resize.bilinear().toSize(4, -2)));
        assertEquals("Resize: scaleHeight must be finite and > 0.0, but was 0.0", rejection(() -> Resize.bilinear().withScale(0, 2)));
        assertEquals("Resize: scaleWidth must be finite and > 0.0, but was NaN", rejection(() -> Resize.bilinear().withScale(2, Double.NaN)));
        assertEquals("Resize: scaleHeight must be finite and > 0.0, but was Infinity", rejection(() -> Resize.bilinear().withScale(Double.POSITIVE_INFINITY)));
        assertEquals("Resize: output width would be 0 = floor(3 * 0.3); a scale >= 0.3333333333333333 would fit",
                rejection(() -> Resize.bilinear().withScale(1, 0.3).outputShape(Shape.plane(3, 3))));
    }

    @Test
    void rejectsASizeTogetherWithAScaleAndHalfOfEither() {
        String both = "Resize: give a size for both axes or a scale for both axes, and 0 for the others, but ";
        assertEquals(both + "height=8, width=8, scaleHeight=0.5, scaleWidth=0.5", rejection(() -> resize(8, 8, .5, .5)));
        assertEquals(both + "height=8, width=0, scaleHeight=0.0, scaleWidth=2.0", rejection(() -> resize(8, 0, 0, 2)));
        assertEquals(both + "height=8, width=0, scaleHeight=0.0, scaleWidth=0.0", rejection(() -> resize(8, 0, 0, 0)));
        assertEquals(both + "height=0, width=0, scaleHeight=2.0, scaleWidth=0.0", rejection(() -> resize(0, 0, 2, 0)));
        assertEquals(Resize.nearest(), resize(0, 0, 0, 0), "neither is allowed: it may come later");
    }

    private static Resize resize(int height, int width, double scaleHeight, double scaleWidth) {
        return new Resize(Interpolation.NEAREST, Alignment.HALF_PIXEL, false, OptionalDouble.empty(), height, width, scaleHeight, scaleWidth);
    }

    @Test
    void rejectsOptionsThatARuleDoesNotKnow() {
        assertEquals("Resize: alignment CORNERS needs BILINEAR or BICUBIC, but the interpolation is NEAREST",
                rejection(() -> Resize.nearest().withAlignment(Alignment.CORNERS)));
        assertEquals("Resize: antialias needs BILINEAR or BICUBIC, but the interpolation is AREA",
                rejection(() -> Resize.area().withAntialias(true)));
        assertEquals("Resize: antialias needs alignment HALF_PIXEL, but was CORNERS; PyTorch and ONNX disagree on that pair",
                rejection(() -> Resize.bilinear().withAntialias(true).withAlignment(Alignment.CORNERS)));
        assertEquals("Resize: a must be finite, but was NaN", rejection(() -> Resize.bicubic(Double.NaN)));
        assertEquals("Resize: a needs BICUBIC, but the interpolation is BILINEAR",
                rejection(() -> new Resize(Interpolation.BILINEAR, Alignment.HALF_PIXEL, false, OptionalDouble.of(-0.5), 0, 0, 0, 0)));
    }

    @Test
    void rejectsTensorsOfAnotherShape() {
        Resize twice = Resize.bilinear().withScale(2);
        assertEquals("Resize.backward: shape of gradOutput must be [1, 1, 4, 6], but was [1, 1, 6, 4]",
                rejection(() -> twice.backward(Tensor.zeros(1, 1, 6, 4), Shape.plane(2, 3))));
        assertEquals("Resize.apply: shape of x must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> twice.on(Shape.plane(2, 3)).apply(Tensor.zeros(1, 1, 3, 2))));
        assertEquals("Resize.adjoint: shape of y must be [1, 1, 4, 6], but was [1, 1, 6, 4]",
                rejection(() -> twice.on(Shape.plane(2, 3)).adjoint(Tensor.zeros(1, 1, 6, 4))));
    }
}
