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

/// Golden numbers: `src/test/goldens/pooling.py`, PyTorch 2.15, and the tables of the curriculum, section 4.1 and task 1.2.
class MaxPool2dTest {
    private static final float NAN = Float.NaN;
    private static final float MINUS_INFINITY = Float.NEGATIVE_INFINITY;
    private static final MaxPool2d ASYMMETRIC = MaxPool2d.of(new Window(3, 2, 1, 1), new Window(2, 1, 1, 2));

    static List<Golden> goldens() {
        return Golden.of("pooling.txt", "MaxPool2d");
    }

    private static MaxPool2d poolOf(Golden golden) {
        int[] kernel = golden.ints("kernel");
        int[] stride = golden.ints("stride");
        int[] padding = golden.ints("padding");
        int[] dilation = golden.ints("dilation");
        return MaxPool2d.of(kernel[0], kernel[1]).withStride(stride[0], stride[1]).withPadding(padding[0], padding[1])
                .withDilation(dilation[0], dilation[1]).withCeilMode(golden.flag("ceil"));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardIsPyTorchs(Golden golden) {
        MaxPool2d.Pooled pooled = poolOf(golden).forwardWithIndices(golden.tensor("x").toFloat());
        Close.assertSame(golden.toString(), golden.tensor("y"), DoubleTensor.of(pooled.values()));
        assertArrayEquals(golden.ints("indices"), pooled.indices(), golden.toString());
        MaxPool2d.PooledDouble reference = poolOf(golden).reference().forward(golden.tensor("x"));
        Close.assertSame(golden.toString(), golden.tensor("y"), reference.values());
        assertArrayEquals(golden.ints("indices"), reference.indices(), golden.toString());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void backwardIsPyTorchs(Golden golden) {
        DoubleTensor gradOutput = golden.tensor("gradOutput");
        Shape in = golden.tensor("x").shape();
        Tensor gradInput = poolOf(golden).backward(gradOutput.toFloat(), golden.ints("indices"), in);
        Close.assertSame(golden.toString(), golden.tensor("gradInput"), DoubleTensor.of(gradInput)); // sums of quarters are exact
        Close.assertSame(golden.toString(), golden.tensor("gradInput"), poolOf(golden).reference().backward(gradOutput, golden.ints("indices"), in));
    }

    @Test
    void outputShapeCountsWindowsOnBothAxes() {
        assertEquals(Shape.of(2, 3, 4, 6), ASYMMETRIC.outputShape(Shape.of(2, 3, 7, 6)));
        assertEquals(Shape.of(1, 1, 3, 2), MaxPool2d.of(2, 3).outputShape(Shape.plane(7, 7)));
        assertEquals(Shape.of(1, 1, 4, 3), MaxPool2d.of(2, 3).withCeilMode(true).outputShape(Shape.plane(7, 7)));
        assertEquals(MaxPool2d.of(2).withStride(2), MaxPool2d.of(2), "the stride defaults to the kernel");
        assertEquals(MaxPool2d.of(Window.of(3)), MaxPool2d.of(3).withStride(1), "a window is taken as it is");
    }

    @Test
    void pairsOfNumbersMeanHeightThenWidth() {
        MaxPool2d pool = MaxPool2d.of(4, 5).withStride(2, 3).withPadding(1, 2).withDilation(6, 7).withCeilMode(true);
        assertEquals(new MaxPool2d(new Window(4, 2, 1, 6), new Window(5, 3, 2, 7), true), pool);
    }

    /// Random windows, strides that do not divide, many ties: values and indices must be equal, not close.
    @Test
    void scalarBackendEqualsReference() {
        RandomGenerator random = Noise.generator(1);
        int compared = 0;
        for (int trial = 0; trial < 400; trial++) {
            MaxPool2d pool = randomPool(random);
            Tensor x = Samples.tied(trial, Shape.of(2, 3, random.nextInt(1, 9), random.nextInt(1, 12)));
            if (!isAllowed(pool, x.shape())) continue;
            compared++;
            MaxPool2d.Pooled pooled = pool.forwardWithIndices(x);
            MaxPool2d.PooledDouble reference = pool.reference().forward(DoubleTensor.of(x));
            String what = pool + " on " + x.shape();
            Close.assertSame(what, reference.values(), DoubleTensor.of(pooled.values()));
            assertArrayEquals(reference.indices(), pooled.indices(), what);
            Tensor g = Samples.normal(trial, pooled.values().shape());
            DoubleTensor exact = pool.reference().backward(DoubleTensor.of(g), pooled.indices(), x.shape());
            DoubleTensor absolute = pool.reference().backward(Close.absolute(DoubleTensor.of(g)), pooled.indices(), x.shape());
            Close.assertFloat(what, exact, pool.backward(g, pooled.indices(), x.shape()), absolute, pool.height().kernel() * pool.width().kernel());
        }
        assertTrue(compared > 200, "only " + compared + " windows fitted");
    }

    private static MaxPool2d randomPool(RandomGenerator random) {
        int kernelHeight = random.nextInt(1, 5);
        int kernelWidth = random.nextInt(1, 4);
        Window height = new Window(kernelHeight, random.nextInt(1, 4), random.nextInt(kernelHeight / 2 + 1), random.nextInt(1, 4));
        Window width = new Window(kernelWidth, random.nextInt(1, 4), random.nextInt(kernelWidth / 2 + 1), random.nextInt(1, 3));
        return MaxPool2d.of(height, width).withCeilMode(random.nextBoolean());
    }

    private static boolean isAllowed(MaxPool2d pool, Shape in) {
        try {
            pool.outputShape(in);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Test
    void jacobianIsLinearAndHasAnAdjoint() {
        LinearOperator jacobian = ASYMMETRIC.at(Samples.normal(5, Shape.of(2, 3, 7, 6)));
        assertEquals(Shape.of(2, 3, 7, 6), jacobian.inputShape());
        assertEquals(Shape.of(2, 3, 4, 6), jacobian.outputShape());
        Gradients.assertAdjoint("MaxPool2d.at", jacobian, 6);
    }

    @Test
    void jacobianPredictsSmallChanges() {
        Shape shape = Shape.of(2, 3, 7, 6);
        DoubleTensor x = Samples.apart(7, shape);
        DoubleTensor v = DoubleTensor.of(Samples.normal(8, shape));
        DoubleTensor moved = DoubleTensor.zeros(shape);
        for (int i = 0; i < shape.size(); i++) moved.data()[i] = x.data()[i] + 1e-3 * v.data()[i];
        DoubleTensor before = ASYMMETRIC.reference().forward(x).values();
        DoubleTensor after = ASYMMETRIC.reference().forward(moved).values();
        DoubleTensor predicted = ASYMMETRIC.at(x.toFloat()).reference().apply(v);
        for (int o = 0; o < predicted.data().length; o++) {
            predicted.data()[o] = before.data()[o] + 1e-3 * predicted.data()[o];
        }
        Close.assertNear("f(x + v) = f(x) + Jv", after, predicted, 1e-12);
    }

    @Test
    void gradientMatchesCentralDifferences() {
        Shape shape = Shape.of(2, 3, 7, 6);
        DoubleTensor x = Samples.apart(9, shape);
        MaxPool2d.PooledDouble pooled = ASYMMETRIC.reference().forward(x);
        DoubleTensor g = DoubleTensor.of(Samples.normal(10, pooled.values().shape()));
        DoubleTensor claimed = ASYMMETRIC.reference().backward(g, pooled.indices(), shape);
        Gradients.assertCentralDifferences("MaxPool2d", t -> ASYMMETRIC.reference().forward(t).values(), x, g, claimed);
    }

    @Test
    void workedExampleHasTheValuesAndIndicesOfTheLesson() {
        Tensor x = Tensor.image(new double[][] {{1, 8, 2, 4}, {7, 3, 5, 1}, {4, 2, 9, 6}, {3, 6, 1, 5}});
        assertPooled(MaxPool2d.of(2), x, new float[] {8, 5, 6, 9}, 1, 6, 13, 10);
    }

    private static void assertPooled(MaxPool2d pool, Tensor x, float[] values, int... indices) {
        MaxPool2d.Pooled pooled = pool.forwardWithIndices(x);
        assertArrayEquals(values, pooled.values().toArray());
        assertArrayEquals(indices, pooled.indices());
        MaxPool2d.PooledDouble reference = pool.reference().forward(DoubleTensor.of(x));
        assertArrayEquals(values, reference.values().toFloat().toArray());
        assertArrayEquals(indices, reference.indices());
    }

    @Test
    void paddingNeverWins() {
        assertPooled(MaxPool2d.of(2).withPadding(1), Tensor.full(Shape.plane(2, 2), -1), new float[] {-1, -1, -1, -1}, 0, 1, 2, 3);
    }

    @Test
    void windowThatStartsInThePaddingKeepsItsDilationPhase() {
        float[] values = new float[25];
        for (int i = 0; i < 25; i++) values[i] = -i;
        Tensor x = Tensor.of(Shape.plane(5, 5), values);
        assertPooled(MaxPool2d.of(3).withStride(1).withPadding(1).withDilation(2), x, new float[] {-6, -5, -6, -1, 0, -1, -6, -5, -6},
                6, 5, 6, 1, 0, 1, 6, 5, 6);
    }

    @Test
    void firstMaximumWinsATieAndGetsTheWholeGradient() {
        assertPooled(MaxPool2d.of(2), Tensor.full(Shape.plane(2, 2), 5), new float[] {5}, 0);
        MaxPool2d pool = MaxPool2d.of(2).withStride(1);
        Tensor x = Tensor.zeros(1, 1, 3, 3);
        int[] indices = pool.forwardWithIndices(x).indices();
        assertArrayEquals(new float[] {1, 1, 0, 1, 1, 0, 0, 0, 0},
                pool.backward(Tensor.full(Shape.plane(2, 2), 1), indices, x.shape()).toArray());
    }

    @Test
    void overlappingWindowsAddTheirGradients() {
        MaxPool2d pool = MaxPool2d.of(3).withStride(1);
        Tensor x = Tensor.image(new double[][] {{0, 0, 0, 0}, {0, 9, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
        Tensor g = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        float[] gradInput = pool.backward(g, pool.forwardWithIndices(x).indices(), x.shape()).toArray();
        float[] expected = new float[16];
        expected[5] = 10;
        assertArrayEquals(expected, gradInput);
    }

    @Test
    void nanWinsAndOfSeveralTheLastIsStored() {
        assertPooled(MaxPool2d.of(2), Tensor.of(Shape.plane(2, 2), 1, NAN, 2, 2), new float[] {NAN}, 1);
        assertPooled(MaxPool2d.of(2), Tensor.of(Shape.plane(2, 2), NAN, 3, NAN, 2), new float[] {NAN}, 2);
    }

    @Test
    void windowOfMinusInfinityStoresItsFirstCellInsideTheInput() {
        Tensor x = Tensor.full(Shape.plane(2, 2), MINUS_INFINITY);
        assertPooled(MaxPool2d.of(2), x, new float[] {MINUS_INFINITY}, 0);
        assertPooled(MaxPool2d.of(2).withPadding(1), x,
                new float[] {MINUS_INFINITY, MINUS_INFINITY, MINUS_INFINITY, MINUS_INFINITY}, 0, 1, 2, 3);
    }

    @Test
    void zerosOfBothSignsAreATie() {
        assertPooled(MaxPool2d.of(1, 2), Tensor.of(Shape.plane(1, 2), -0.0f, 0.0f), new float[] {-0.0f}, 0);
    }

    @Test
    void worksOnASingleCellAndOnALongRow() {
        assertPooled(MaxPool2d.of(1), Tensor.full(Shape.plane(1, 1), -3), new float[] {-3}, 0);
        assertPooled(MaxPool2d.of(3).withPadding(1), Tensor.full(Shape.plane(1, 1), -3), new float[] {-3}, 0);
        Tensor row = Samples.normal(3, Shape.plane(1, 100_003));
        MaxPool2d.Pooled pooled = MaxPool2d.of(1, 1021).withCeilMode(true).forwardWithIndices(row);
        assertEquals(98, pooled.indices().length);
        for (int o = 0; o < 98; o++) {
            float best = MINUS_INFINITY;
            for (int w = o * 1021; w < Math.min((o + 1) * 1021, 100_003); w++) best = Math.max(best, row.data()[w]);
            assertEquals(best, pooled.values().data()[o]);
            assertEquals(best, row.data()[pooled.indices()[o]]);
        }
    }

    @Test
    void rejectsPaddingAboveHalfTheUndilatedKernel() {
        assertEquals("MaxPool2d: height padding must be in 0..1 = 0..floor(kernel/2) for kernel=2, but was 2",
                rejection(() -> MaxPool2d.of(2).withPadding(2).withDilation(3)));
        assertEquals("MaxPool2d: width padding must be in 0..1 = 0..floor(kernel/2) for kernel=3, but was 2",
                rejection(() -> MaxPool2d.of(4, 3).withPadding(2)));
    }

    @Test
    void rejectsAWindowThatDoesNotFit() {
        assertEquals("MaxPool2d: output width would be 0 = floor((2 + 2*0 - 1*(3-1) - 1) / 3) + 1 "
                + "(in=2, padding=0, dilation=1, kernel=3, stride=3); padding >= 1 or in >= 3 would fit",
                rejection(() -> MaxPool2d.of(3).forward(Tensor.zeros(1, 1, 9, 2))));
    }

    /// PyTorch answers these with an index outside the plane.
    @Test
    void rejectsAWindowWithoutAnyCell() {
        assertEquals("MaxPool2d: window 0 along the height has no cell of the input: it looks at cells -1 to 1 in steps of 2, the input has "
                + "cells 0 to 0 (k2 s2 p1 d2); use less padding, a smaller dilation or stride, or a larger input",
                rejection(() -> MaxPool2d.of(2).withPadding(1).withDilation(2).forward(Tensor.zeros(1, 1, 1, 1))));
        String ceil = rejection(() -> MaxPool2d.of(1, 3).withPadding(0, 1).withDilation(2).withCeilMode(true).forward(Tensor.zeros(1, 1, 1, 1)));
        assertTrue(ceil.startsWith("MaxPool2d: window 0 along the width has no cell of the input: it looks at cells -1 to 3 in steps of 2"), ceil);
    }

    @Test
    void backwardRejectsWhatDoesNotBelongTogether() {
        MaxPool2d pool = MaxPool2d.of(2);
        Shape in = Shape.of(1, 1, 4, 6);
        Tensor g = Tensor.zeros(1, 1, 2, 3);
        assertEquals("MaxPool2d.backward: shape of gradOutput must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> pool.backward(Tensor.zeros(1, 1, 3, 2), new int[6], in)));
        assertEquals("MaxPool2d.backward: number of indices for the output [1, 1, 2, 3] must be 6, but was 5",
                rejection(() -> pool.backward(g, new int[5], in)));
        assertEquals("MaxPool2d.backward: indices[4] must be in 0..23, but was 24; "
                + "an index is h*W + w in its own plane of the input [1, 1, 4, 6], without padding",
                rejection(() -> pool.backward(g, new int[] {0, 0, 0, 0, 24, 0}, in)));
        assertTrue(rejection(() -> pool.backward(g, new int[] {0, -1, 0, 0, 0, 0}, in)).contains("indices[1] must be in 0..23, but was -1"));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
