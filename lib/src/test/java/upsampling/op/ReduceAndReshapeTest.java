package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/functions.py`, PyTorch 2.15.
class ReduceAndReshapeTest {
    private static final Shape SHAPE = Shape.of(2, 3, 4, 5);

    static List<FixedOperator> operators() {
        List<FixedOperator> operators = new ArrayList<>(List.of(Reshape.flatten(), Reshape.to(5, 2, 6)));
        for (Axes axes : List.of(Axes.ALL, Axes.CHANNELS, Axes.PLANE, Axes.BATCH, Axes.BATCH.and(Axes.PLANE),
                new Axes(false, false, true, false), new Axes(false, false, false, false))) {
            operators.add(ReduceSum.over(axes));
            operators.add(ReduceMean.over(axes));
        }
        return operators;
    }

    private static FixedOperator operatorOf(Golden golden) {
        return switch (golden.text("operator")) {
            case "ReduceSum" -> ReduceSum.over(DifferentiableOperatorsTest.axes(golden));
            case "ReduceMean" -> ReduceMean.over(DifferentiableOperatorsTest.axes(golden));
            default -> Reshape.to(golden.ints("to")[0], golden.ints("to")[1], golden.ints("to")[2]);
        };
    }

    static List<Golden> goldens() {
        List<Golden> all = new ArrayList<>();
        for (String name : List.of("ReduceSum", "ReduceMean", "Reshape")) all.addAll(Golden.of("functions.txt", name));
        return all;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        FixedOperator operator = operatorOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        assertEquals(golden.tensor("y").shape(), operator.outputShape(x.shape()));
        Close.assertNear("y", golden.tensor("y"), operator.reference().forward(x), 1e-15);
        Close.assertNear("gradInput", golden.tensor("gradInput"), operator.reference().backward(g, x.shape()), 1e-15);
        for (Backend backend : EveryBackend.list()) {
            // Sums of quarters are exact; a mean is rounded once, by the division.
            Close.assertNear("y", golden.tensor("y"), DoubleTensor.of(operator.forward(x.toFloat().to(backend))), 6e-8);
            Close.assertNear("gradInput", golden.tensor("gradInput"), DoubleTensor.of(operator.backward(g.toFloat().to(backend), x.shape())), 6e-8);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void areLinearMapsWithTheirAdjoint(FixedOperator operator) {
        LinearOperator map = operator.on(SHAPE);
        Gradients.assertAdjoint(operator.toString(), map, 1);
        DoubleTensor x = DoubleTensor.of(Samples.normal(2, SHAPE));
        DoubleTensor g = DoubleTensor.of(Samples.normal(3, map.outputShape()));
        Gradients.assertCentralDifferences(operator.toString(), operator.reference()::forward, x, g, operator.reference().backward(g, SHAPE));
        double[][] matrix = map.matrix();
        DoubleTensor y = DoubleTensor.zeros(map.outputShape());
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < matrix[o].length; i++) y.data()[o] += matrix[o][i] * x.data()[i];
        }
        Close.assertNear("matrix", operator.reference().forward(x), y, 1e-13);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void backendsAgreeAndNothingIsLeftOpen(FixedOperator operator) {
        OffHeapBackend backend = new OffHeapBackend();
        DoubleTensor exact = operator.reference().forward(DoubleTensor.of(Samples.normal(4, SHAPE)));
        try (Tensor x = Samples.normal(4, SHAPE).to(backend);
                Tensor y = operator.forward(x);
                Tensor gradInput = operator.backward(y, SHAPE)) {
            Close.assertNear("y", exact, DoubleTensor.of(y), 1e-6);
            assertEquals(SHAPE, gradInput.shape());
            assertEquals(3, backend.open());
        }
        assertEquals(0, backend.open());
    }

    @Test
    void meanOverThePlaneIsGlobalAveragePooling() {
        Tensor x = Samples.normal(5, SHAPE);
        assertArrayEquals(GlobalAvgPool2d.of().forward(x).toArray(), ReduceMean.over(Axes.PLANE).forward(x).toArray(), 1e-7f);
        assertEquals(40, Axes.BATCH.and(Axes.PLANE).count(SHAPE), "2 pictures of 4*5 cells");
    }

    @Test
    void flattenKeepsPicturesApart() {
        Tensor x = Tensor.of(Shape.of(2, 2, 1, 2), 0, 1, 2, 3, 4, 5, 6, 7);
        Tensor y = Reshape.flatten().forward(x);
        assertEquals(Shape.of(2, 4, 1, 1), y.shape());
        assertEquals(6, y.get(1, 2, 0, 0));
    }

    @Test
    void badArgumentsAreNamed() {
        assertEquals("Reshape: a picture of [2, 3, 4, 5] has 60 = 3*4*5 values, but 7*2*4 = 56 were asked for",
                rejection(() -> Reshape.to(7, 2, 4).forward(Tensor.zeros(SHAPE))));
        assertEquals("Reshape: height must be >= 1, but was 0", rejection(() -> Reshape.to(1, 0, 1)));
        assertEquals("Reshape: width must be >= 1, but was -1", rejection(() -> new Reshape(1, 1, -1)));
        assertEquals("Reshape: channels must be >= 1, but was 0", rejection(() -> new Reshape(0, 4, 4)), "only 0, 0, 0 is flatten");
        assertEquals("Reshape: height must be >= 1, but was 0", rejection(() -> new Reshape(3, 0, 0)));
        assertEquals("ReduceSum.backward: shape of gradOutput must be [1, 1, 1, 1], but was [2, 3, 4, 5]",
                rejection(() -> ReduceSum.over(Axes.ALL).backward(Tensor.zeros(SHAPE), SHAPE)));
        assertEquals("ReduceMean.adjoint: shape of y must be [2, 1, 4, 5], but was [2, 3, 4, 5]",
                rejection(() -> ReduceMean.over(Axes.CHANNELS).on(SHAPE).adjoint(Tensor.zeros(SHAPE))));
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void anInterruptStopsTheSum() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> ReduceSum.over(Axes.ALL).forward(Tensor.zeros(SHAPE)));
            assertThrows(CancellationException.class, () -> ReduceSum.over(Axes.ALL).reference().forward(DoubleTensor.zeros(SHAPE)));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
