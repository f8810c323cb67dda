package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What ReLU, leaky ReLU, sigmoid, tanh and softmax have to pass alike. Golden numbers: `src/test/goldens/functions.py`, PyTorch 2.15.
class DifferentiableOperatorsTest {
    private static final Shape SHAPE = Shape.of(2, 3, 4, 5);
    /// Functions of up to 60 summed terms, whose inputs are below 6: a few roundings of numbers of size 1, or relative to larger ones.
    private static final double FLOAT = 2e-6;

    static List<DifferentiableOperator> operators() {
        return List.of(Relu.of(), LeakyRelu.of(), LeakyRelu.of(0.2), LeakyRelu.of(0), LeakyRelu.of(-2), Sigmoid.of(), Tanh.of(),
                Softmax.over(Axes.CHANNELS), Softmax.over(Axes.PLANE), Softmax.over(Axes.BATCH), Softmax.over(Axes.ALL));
    }

    static Axes axes(Golden golden) {
        return switch (golden.text("axes")) {
            case "all" -> Axes.ALL;
            case "channels" -> Axes.CHANNELS;
            case "plane" -> Axes.PLANE;
            case "batch" -> Axes.BATCH;
            default -> throw new AssertionError(golden.text("axes"));
        };
    }

    private static DifferentiableOperator operatorOf(Golden golden) {
        return switch (golden.text("operator")) {
            case "LeakyRelu" -> LeakyRelu.of(golden.doubles("slope")[0]);
            case "Sigmoid" -> Sigmoid.of();
            case "Tanh" -> Tanh.of();
            case "Softmax" -> Softmax.over(axes(golden));
            default -> throw new AssertionError(golden.toString());
        };
    }

    static List<Golden> goldens() {
        List<Golden> all = new ArrayList<>();
        for (String name : List.of("LeakyRelu", "Sigmoid", "Tanh", "Softmax")) all.addAll(Golden.of("functions.txt", name));
        assertEquals(10, all.size());
        return all;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        DifferentiableOperator operator = operatorOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        Close.assertNear("forward", golden.tensor("y"), operator.reference().forward(x), 1e-14);
        Close.assertNear("backward", golden.tensor("gradInput"), operator.reference().backward(g, x), 1e-14);
        for (Backend backend : EveryBackend.list()) {
            Tensor there = x.toFloat().to(backend);
            Close.assertNear("y", golden.tensor("y"), DoubleTensor.of(operator.forward(there)), FLOAT);
            Close.assertNear("gradInput", golden.tensor("gradInput"), DoubleTensor.of(operator.backward(g.toFloat().to(backend), there)), FLOAT);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void backendsAgreeWithReference(DifferentiableOperator operator) {
        OffHeapBackend other = new OffHeapBackend();
        for (Shape shape : List.of(SHAPE, Shape.plane(1, 1), Shape.of(3, 1, 17, 1), Shape.of(1, 7, 1, 33))) {
            Tensor x = Samples.normal(1, shape);
            Tensor g = Samples.normal(2, shape);
            DoubleTensor y = operator.reference().forward(DoubleTensor.of(x));
            DoubleTensor gradInput = operator.reference().backward(DoubleTensor.of(g), DoubleTensor.of(x));
            for (Backend backend : List.of(ScalarBackend.INSTANCE, other)) {
                Close.assertNear(operator.toString(), y, DoubleTensor.of(operator.forward(x.to(backend))), FLOAT);
                Close.assertNear(operator.toString(), gradInput, DoubleTensor.of(operator.backward(g.to(backend), x.to(backend))), FLOAT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void jacobianIsItsOwnAdjointAndMatchesCentralDifferences(DifferentiableOperator operator) {
        DoubleTensor x = Samples.apart(4, SHAPE);
        DoubleTensor g = DoubleTensor.of(Samples.normal(5, SHAPE));
        Gradients.assertCentralDifferencesOfCurve(operator.toString(), operator.reference()::forward, x, g, operator.reference().backward(g, x));
        Gradients.assertAdjoint(operator.toString(), operator.at(Samples.normal(6, SHAPE)), 7);
        double[][] matrix = operator.at(x.toFloat()).matrix();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) assertEquals(matrix[i][j], matrix[j][i], 1e-16, i + ", " + j);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void noTensorOfADeviceIsLeftOpen(DifferentiableOperator operator) {
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor x = Samples.normal(1, SHAPE).to(backend);
                Tensor y = operator.forward(x);
                Tensor gradInput = operator.backward(y, x)) {
            assertEquals(SHAPE, gradInput.shape());
            assertEquals(3, backend.open(), "only the tensors that the caller holds");
        }
        assertEquals(0, backend.open());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void badArgumentsOfTheGradientAreNamed(DifferentiableOperator operator) {
        String name = operator.name();
        Tensor x = Tensor.zeros(1, 1, 2, 3);
        assertEquals(name + ".backward: shape of gradOutput must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> operator.backward(Tensor.zeros(1, 1, 3, 2), x)));
        assertEquals(name + ".backward: gradOutput is on backend off-heap, but x is on backend scalar; move one of them with .to(backend)",
                rejection(() -> operator.backward(x.to(new OffHeapBackend()), x)));
        assertEquals(name + ".at.apply: shape of x must be [1, 1, 2, 3], but was [1, 1, 3, 2]",
                rejection(() -> operator.at(x).apply(Tensor.zeros(1, 1, 3, 2))));
        Tensor closed = Tensor.zeros(1, 1, 1, 1);
        closed.close();
        assertEquals("Tensor [1, 1, 1, 1] on backend scalar is closed; close a tensor after its last use",
                assertThrows(IllegalStateException.class, () -> operator.forward(closed)).getMessage());
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void slopeMustBeFinite() {
        assertEquals("LeakyRelu: negativeSlope must be finite as a float, but was NaN", rejection(() -> LeakyRelu.of(Double.NaN)));
        assertEquals("LeakyRelu: negativeSlope must be finite as a float, but was 1.0E39", rejection(() -> LeakyRelu.of(1e39)));
        assertEquals(0.01, LeakyRelu.of().negativeSlope());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void anInterruptStopsTheLoops(DifferentiableOperator operator) {
        Tensor x = Tensor.zeros(SHAPE);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> operator.forward(x));
            assertThrows(CancellationException.class, () -> operator.reference().forward(DoubleTensor.of(x)));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void nanAndInfinityAreKeptLikePyTorch() {
        Tensor x = Tensor.of(Shape.plane(1, 4), Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0.0f);
        float nan = Float.NaN;
        float infinity = Float.POSITIVE_INFINITY;
        assertArrayEquals(new float[] {nan, infinity, -infinity, -0.0f}, LeakyRelu.of(0.5).forward(x).toArray());
        assertArrayEquals(new float[] {1, 1, 0.5f, 0.5f}, LeakyRelu.of(0.5).backward(Tensor.full(x.shape(), 1), x).toArray());
        assertArrayEquals(new float[] {nan, 1, 0, 0.5f}, Sigmoid.of().forward(x).toArray());
        assertArrayEquals(new float[] {nan, 0, 0, 0.25f}, Sigmoid.of().backward(Tensor.full(x.shape(), 1), x).toArray());
        assertArrayEquals(new float[] {nan, 1, -1, -0.0f}, Tanh.of().forward(x).toArray());
        assertArrayEquals(new float[] {nan, nan, nan, nan}, Softmax.over(Axes.ALL).forward(x).toArray());
    }

    @Test
    void softmaxOfHugeNumbersDoesNotOverflow() {
        Tensor x = Tensor.of(Shape.of(1, 3, 1, 1), 1e30f, -1e30f, 1e30f);
        assertArrayEquals(new float[] {0.5f, 0, 0.5f}, Softmax.over(Axes.CHANNELS).forward(x).toArray());
        assertArrayEquals(new double[] {0.5, 0, 0.5}, Softmax.over(Axes.CHANNELS).reference().forward(DoubleTensor.of(x)).data());
    }

    @Test
    void softmaxSumsToOneAlongItsAxesOnly() {
        Tensor y = Softmax.over(Axes.CHANNELS).forward(Samples.normal(8, SHAPE));
        DoubleTensor sums = DoubleTensor.of(ReduceSum.over(Axes.CHANNELS).forward(y));
        assertEquals(Shape.of(2, 1, 4, 5), sums.shape());
        for (double sum : sums.data()) assertEquals(1, sum, 1e-6);
        assertFalse(Math.abs(ReduceSum.over(Axes.PLANE).forward(y).get(0, 0) - 1) < 1e-3);
    }
}
