package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Golden numbers: `src/test/goldens/pooling.py`, PyTorch 2.15, and the tables of the curriculum, section 4.2.
class AvgPool2dTest {
    private static final AvgPool2d ASYMMETRIC = AvgPool2d.of(new Window(3, 2, 1, 1), new Window(4, 3, 2, 1)).withCeilMode(true);

    static List<Golden> goldens() {
        return Golden.of("pooling.txt", "AvgPool2d");
    }

    private static AvgPool2d poolOf(Golden golden) {
        int[] kernel = golden.ints("kernel");
        int[] stride = golden.ints("stride");
        int[] padding = golden.ints("padding");
        AvgPool2d pool = AvgPool2d.of(kernel[0], kernel[1]).withStride(stride[0], stride[1]).withPadding(padding[0], padding[1])
                .withCeilMode(golden.flag("ceil")).withCountIncludePad(golden.flag("include"));
        int override = golden.ints("override")[0];
        return override == 0 ? pool : pool.withDivisorOverride(override);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardIsPyTorchs(Golden golden) {
        DoubleTensor x = golden.tensor("x");
        AvgPool2d pool = poolOf(golden);
        Close.assertNear(golden.toString(), golden.tensor("y"), pool.reference().forward(x), 1e-15);
        // Sums of quarters are exact, so both round the same quotient, once.
        Close.assertSame(golden.toString(), DoubleTensor.of(golden.tensor("y").toFloat()), DoubleTensor.of(pool.forward(x.toFloat())));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void backwardIsPyTorchs(Golden golden) {
        DoubleTensor g = golden.tensor("gradOutput");
        DoubleTensor gradInput = golden.tensor("gradInput");
        AvgPool2d pool = poolOf(golden);
        Shape in = gradInput.shape();
        Close.assertNear(golden.toString(), gradInput, pool.reference().backward(g, in), 1e-15);
        DoubleTensor absolute = positive(pool).reference().backward(Close.absolute(g), in);
        Close.assertFloat(golden.toString(), gradInput, pool.backward(g.toFloat(), in), absolute, 12);
    }

    private static AvgPool2d positive(AvgPool2d pool) {
        return pool.divisorOverride() < 0 ? pool.withDivisorOverride(-pool.divisorOverride()) : pool;
    }

    private static Tensor counting(int size) {
        float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) values[i] = i;
        return Tensor.of(Shape.plane(size, size), values);
    }

    private static void assertMeans(AvgPool2d pool, Tensor x, double... expected) {
        DoubleTensor means = DoubleTensor.of(pool.outputShape(x.shape()), expected);
        Close.assertNear(pool.toString(), means, pool.reference().forward(DoubleTensor.of(x)), 1e-15);
        Close.assertSame(pool.toString(), DoubleTensor.of(means.toFloat()), DoubleTensor.of(pool.forward(x)));
    }

    @Test
    void bordersHaveTheTablesOfTheCurriculum() {
        AvgPool2d pool = AvgPool2d.of(3).withStride(2).withPadding(1);
        assertMeans(pool.withCountIncludePad(false), counting(5), 3, 4.5, 6, 10.5, 12, 13.5, 18, 19.5, 21);
        assertMeans(pool, counting(5), 4 / 3.0, 3, 8 / 3.0, 7, 12, 9, 8, 13, 28 / 3.0);
        assertMeans(pool.withPadding(0).withCeilMode(true), counting(6), 7, 9, 10.5, 19, 21, 22.5, 28, 30, 31.5);
        assertMeans(pool.withCeilMode(true), counting(6), 14 / 9.0, 10 / 3.0, 14 / 3.0, 8 / 3.0, 25 / 3.0, 14, 16, 8.5,
                49 / 3.0, 26, 28, 14.5, 61 / 6.0, 16, 17, 8.75);
    }

    @Test
    void workedExampleHasTheMeansOfTheLesson() {
        Tensor x = Tensor.image(new double[][] {{1, 8, 2, 4}, {7, 3, 5, 1}, {4, 2, 9, 6}, {3, 6, 1, 5}});
        assertMeans(AvgPool2d.of(2), x, 4.75, 3, 3.75, 5.25);
    }

    @Test
    void divisorOverrideReplacesEveryDivisor() {
        assertMeans(AvgPool2d.of(2).withPadding(1).withDivisorOverride(1), Tensor.image(new double[][] {{1, 2}, {3, 4}}), 1, 2, 3, 4);
        assertMeans(AvgPool2d.of(2).withDivisorOverride(-4), Tensor.image(new double[][] {{1, 2}, {3, 4}}), -2.5);
    }

    @Test
    void outputShapeCountsWindowsOnBothAxes() {
        assertEquals(Shape.of(2, 3, 4, 3), ASYMMETRIC.outputShape(Shape.of(2, 3, 6, 5)));
        assertEquals(new AvgPool2d(new Window(4, 2, 1, 1), new Window(5, 3, 2, 1), true, false, 7), AvgPool2d.of(4, 5).withStride(2, 3)
                .withPadding(1, 2).withCeilMode(true).withCountIncludePad(false).withDivisorOverride(7));
    }

    @Test
    void scalarBackendAgreesWithReference() {
        RandomGenerator random = Noise.generator(2);
        int compared = 0;
        for (int trial = 0; trial < 300; trial++) {
            AvgPool2d pool = randomPool(random);
            Tensor x = Samples.normal(trial, Shape.of(2, 3, random.nextInt(1, 9), random.nextInt(1, 12)));
            if (!fits(pool, x.shape())) continue;
            compared++;
            compare(pool, x, trial);
        }
        assertTrue(compared > 150, "only " + compared + " windows fitted");
    }

    private static AvgPool2d randomPool(RandomGenerator random) {
        int kernelHeight = random.nextInt(1, 5);
        int kernelWidth = random.nextInt(1, 6);
        Window height = new Window(kernelHeight, random.nextInt(1, 4), random.nextInt(kernelHeight / 2 + 1), 1);
        Window width = new Window(kernelWidth, random.nextInt(1, 5), random.nextInt(kernelWidth / 2 + 1), 1);
        return new AvgPool2d(height, width, random.nextBoolean(), random.nextBoolean(), random.nextInt(-1, 2) * 3);
    }

    private static boolean fits(AvgPool2d pool, Shape in) {
        try {
            pool.outputShape(in);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Forward sums run in double and are rounded once, so half a unit of the result is allowed; backward adds floats.
    private static void compare(AvgPool2d pool, Tensor x, long seed) {
        String what = pool + " on " + x.shape();
        DoubleTensor y = pool.reference().forward(DoubleTensor.of(x));
        Close.assertSame(what, DoubleTensor.of(y.toFloat()), DoubleTensor.of(pool.forward(x)));
        Tensor g = Samples.normal(seed, y.shape());
        int terms = pool.height().kernel() * pool.width().kernel();
        Close.assertFloat(what, pool.reference().backward(DoubleTensor.of(g), x.shape()), pool.backward(g, x.shape()),
                positive(pool).reference().backward(Close.absolute(DoubleTensor.of(g)), x.shape()), terms);
    }

    @Test
    void backwardIsTheAdjoint() {
        Shape in = Shape.of(2, 3, 6, 5);
        Gradients.assertAdjoint("include", ASYMMETRIC.on(in), 11);
        Gradients.assertAdjoint("exclude", ASYMMETRIC.withCountIncludePad(false).on(in), 12);
        Gradients.assertAdjoint("override", ASYMMETRIC.withDivisorOverride(-7).on(in), 13);
    }

    @Test
    void gradientMatchesCentralDifferences() {
        DoubleTensor x = DoubleTensor.of(Samples.normal(14, Shape.of(2, 3, 6, 5)));
        DoubleTensor g = DoubleTensor.of(Samples.normal(15, ASYMMETRIC.outputShape(x.shape())));
        AvgPool2d.Reference reference = ASYMMETRIC.reference();
        Gradients.assertCentralDifferences("AvgPool2d", reference::forward, x, g, reference.backward(g, x.shape()));
    }

    @Test
    void matrixHoldsTheWeightOfEveryCell() {
        double[][] matrix = AvgPool2d.of(1, 2).on(Shape.plane(1, 4)).matrix();
        assertArrayEquals(new double[][] {{0.5, 0.5, 0, 0}, {0, 0, 0.5, 0.5}}, matrix);
    }

    @Test
    void specialValuesStayInTheirWindow() {
        Tensor x = Tensor.of(Shape.plane(2, 4), Float.NaN, 1, -0.0f, -0.0f, 1, 1, -0.0f, -0.0f);
        assertArrayEquals(new float[] {Float.NaN, 0}, AvgPool2d.of(2).forward(x).toArray());
        assertArrayEquals(new float[] {-3}, AvgPool2d.of(1).forward(Tensor.full(Shape.plane(1, 1), -3)).toArray());
    }

    /// 0.1 is not a float; a million roundings in float32 would be off in the fourth digit.
    @Test
    void longSumsKeepTheirDigits() {
        Tensor x = Tensor.full(Shape.plane(1024, 1024), 0.1f);
        assertEquals(0.1f, AvgPool2d.of(1024).forward(x).get(0, 0));
        float naive = 0;
        for (float value : x.data()) naive += value;
        assertTrue(Math.abs(naive / x.data().length - 0.1f) > 1e-4f, "a float sum would do as well, so this test tests nothing");
    }

    @Test
    void rejectsWrongParameters() {
        assertEquals("AvgPool2d: height padding must be in 0..1 = 0..floor(kernel/2) for kernel=3, but was 2",
                rejection(() -> AvgPool2d.of(3).withPadding(2)));
        assertEquals("AvgPool2d: width dilation (average pooling has none) must be 1, but was 2",
                rejection(() -> AvgPool2d.of(Window.of(3), Window.of(3).withDilation(2))));
        assertEquals("AvgPool2d: divisorOverride must not be 0, but was 0", rejection(() -> AvgPool2d.of(3).withDivisorOverride(0)));
        assertEquals("AvgPool2d: output height would be 0 = floor((2 + 2*0 - 1*(3-1) - 1) / 3) + 1 "
                + "(in=2, padding=0, dilation=1, kernel=3, stride=3); padding >= 1 or in >= 3 would fit",
                rejection(() -> AvgPool2d.of(3).forward(Tensor.zeros(1, 1, 2, 9))));
        assertEquals("AvgPool2d.backward: shape of gradOutput must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> AvgPool2d.of(2).backward(Tensor.zeros(1, 1, 3, 2), Shape.plane(4, 6))));
        assertEquals("AvgPool2d.apply: shape of x must be [1, 1, 4, 6], but was [1, 1, 6, 4]",
                rejection(() -> AvgPool2d.of(2).on(Shape.plane(4, 6)).apply(Tensor.zeros(1, 1, 6, 4))));
        assertEquals("AvgPool2d.adjoint: shape of y must be [1, 1, 2, 3], but was [1, 1, 6, 4]",
                rejection(() -> AvgPool2d.of(2).on(Shape.plane(4, 6)).adjoint(Tensor.zeros(1, 1, 6, 4))));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
