package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What every operator without a weight has to pass. Golden numbers: `src/test/goldens/fixed.py`, PyTorch 2.15.
abstract class FixedOperatorTests {
    /// An operator with a shape that fits it.
    record Case(FixedOperator operator, Shape x) { }

    /// Returns the operator of a golden block.
    abstract FixedOperator operatorOf(Golden golden);

    /// Returns a random operator with a shape; they need not fit.
    abstract Case randomCase(RandomGenerator random);

    /// Returns how far results may lie from golden ones: 0 if values are only copied or sums of them are exact.
    double tolerance() {
        return 0;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndBackwardArePyTorchs(Golden golden) {
        FixedOperator operator = operatorOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor g = golden.tensor("gradOutput");
        DoubleTensor y = golden.tensor("y");
        DoubleTensor gradInput = golden.tensor("gradInput");
        assertEquals(y.shape(), operator.outputShape(x.shape()));
        Close.assertNear(golden + " y", y, operator.reference().forward(x), tolerance());
        Close.assertNear(golden + " gradInput", gradInput, operator.reference().backward(g, x.shape()), tolerance());
        double rounding = tolerance() == 0 ? 0 : 1e-6;
        for (Backend backend : EveryBackend.list()) {
            Close.assertNear(golden + " y", y, DoubleTensor.of(operator.forward(x.toFloat().to(backend))), rounding);
            Close.assertNear(golden + " gradInput", gradInput, DoubleTensor.of(operator.backward(g.toFloat().to(backend), x.shape())), rounding);
        }
    }

    final Case fitting(RandomGenerator random) {
        while (true) {
            try {
                Case found = randomCase(random);
                found.operator.outputShape(found.x);
                return found;
            } catch (IllegalArgumentException _) {
                // another one
            }
        }
    }

    static Shape randomShape(RandomGenerator random) {
        return Shape.of(random.nextInt(1, 3), random.nextInt(1, 4), random.nextInt(1, 8), random.nextInt(1, 9));
    }

    @Test
    void backendsAgreeWithReference() {
        RandomGenerator random = Noise.generator(3);
        for (int trial = 0; trial < 60; trial++) {
            Case given = fitting(random);
            LinearOperator map = given.operator.on(given.x);
            double[][] matrix = map.matrix();
            DoubleTensor x = DoubleTensor.of(Samples.normal(trial, given.x));
            DoubleTensor g = DoubleTensor.of(Samples.normal(1000 + trial, map.outputShape()));
            DoubleTensor y = given.operator.reference().forward(x);
            DoubleTensor gradInput = given.operator.reference().backward(g, given.x);
            // the bound of a sum: the same sum of absolute products; a backend may add up as many floats, in any order
            DoubleTensor boundY = DoubleTensor.zeros(y.shape());
            DoubleTensor boundX = DoubleTensor.zeros(given.x);
            int terms = mostTerms(matrix);
            for (int o = 0; o < matrix.length; o++) {
                for (int i = 0; i < matrix[o].length; i++) {
                    boundY.data()[o] += Math.abs(matrix[o][i] * x.data()[i]);
                    boundX.data()[i] += Math.abs(matrix[o][i] * g.data()[o]);
                }
            }
            for (Backend backend : EveryBackend.list()) {
                String what = backend.name() + ", " + given;
                Close.assertFloat(what, y, given.operator.forward(x.toFloat().to(backend)), boundY, terms);
                Close.assertFloat(what, gradInput, given.operator.backward(g.toFloat().to(backend), given.x), boundX, terms);
            }
        }
    }

    /// How many products a sum has, along rows or columns, at most.
    private static int mostTerms(double[][] matrix) {
        int most = 1;
        int[] inColumn = new int[matrix[0].length];
        for (double[] row : matrix) {
            int inRow = 0;
            for (int i = 0; i < row.length; i++) {
                if (row[i] == 0) continue;
                inRow++;
                inColumn[i]++;
            }
            most = Math.max(most, inRow);
        }
        return Math.max(most, Arrays.stream(inColumn).max().orElse(1));
    }

    @Test
    void backwardIsTheAdjoint() {
        RandomGenerator random = Noise.generator(4);
        for (int trial = 0; trial < 30; trial++) {
            Case given = fitting(random);
            Gradients.assertAdjoint(given.toString(), given.operator.on(given.x), trial);
        }
    }

    @Test
    void gradientMatchesCentralDifferences() {
        RandomGenerator random = Noise.generator(5);
        for (int trial = 0; trial < 5; trial++) {
            Case given = fitting(random);
            DoubleTensor x = DoubleTensor.of(Samples.normal(trial, given.x));
            DoubleTensor g = DoubleTensor.of(Samples.normal(100 + trial, given.operator.outputShape(given.x)));
            Gradients.assertCentralDifferences(given.toString(), given.operator.reference()::forward, x, g,
                    given.operator.reference().backward(g, given.x));
        }
    }

    @Test
    void matrixTimesPictureIsTheResult() {
        RandomGenerator random = Noise.generator(6);
        for (int trial = 0; trial < 10; trial++) {
            Case given = fitting(random);
            DoubleTensor x = DoubleTensor.of(Samples.normal(trial, given.x));
            double[][] matrix = given.operator.on(given.x).matrix();
            DoubleTensor y = DoubleTensor.zeros(given.operator.outputShape(given.x));
            for (int o = 0; o < matrix.length; o++) {
                for (int i = 0; i < matrix[o].length; i++) y.data()[o] += matrix[o][i] * x.data()[i];
            }
            Close.assertNear(given.toString(), given.operator.reference().forward(x), y, 1e-12);
        }
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        Case given = fitting(Noise.generator(7));
        OffHeapBackend backend = new OffHeapBackend();
        try (Tensor x = Samples.normal(1, given.x).to(backend);
                Tensor y = given.operator.forward(x);
                Tensor gradInput = given.operator.backward(y, given.x)) {
            assertEquals(given.x, gradInput.shape());
            assertEquals(3, backend.open(), "only the tensors that the caller holds");
        }
        assertEquals(0, backend.open());
    }

    @Test
    void aNaNReachesOnlyTheResultsThatReadIt() {
        Case given = fitting(Noise.generator(8));
        double[][] matrix = given.operator.on(given.x).matrix();
        Tensor x = Samples.normal(1, given.x);
        int at = given.x.size() / 2;
        x.data()[at] = Float.NaN;
        float[] y = given.operator.forward(x).toArray();
        double[] exact = given.operator.reference().forward(DoubleTensor.of(x)).data();
        for (int o = 0; o < y.length; o++) {
            assertEquals(matrix[o][at] != 0, Float.isNaN(y[o]), "element " + o + " of " + given);
            assertEquals(matrix[o][at] != 0, Double.isNaN(exact[o]), "element " + o + " of the reference of " + given);
        }
    }

    static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void otherShapesAndClosedTensorsAreNamed() {
        Case given = fitting(Noise.generator(9));
        String name = given.operator.name();
        Shape out = given.operator.outputShape(given.x);
        LinearOperator map = given.operator.on(given.x);
        assertEquals(given.x, map.inputShape());
        assertEquals(out, map.outputShape());
        Tensor wrong = Tensor.zeros(out.withSize(out.h() + 1, out.w() + given.x.w()));
        assertEquals("%s.backward: shape of gradOutput must be %s, but was %s".formatted(name, out, wrong.shape()),
                rejection(() -> given.operator.backward(wrong, given.x)));
        assertEquals("%s.apply: shape of x must be %s, but was %s".formatted(name, given.x, wrong.shape()), rejection(() -> map.apply(wrong)));
        assertEquals("%s.adjoint: shape of y must be %s, but was %s".formatted(name, out, wrong.shape()), rejection(() -> map.adjoint(wrong)));
        Tensor x = Tensor.zeros(given.x);
        x.close();
        assertEquals("Tensor %s on backend scalar is closed; close a tensor after its last use".formatted(given.x),
                assertThrows(IllegalStateException.class, () -> given.operator.forward(x)).getMessage());
    }

    @Test
    void anInterruptStopsTheLoops() {
        Case given = fitting(Noise.generator(10));
        Tensor x = Tensor.zeros(given.x);
        LinearOperator map = given.operator.on(given.x);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> map.apply(x));
            assertThrows(CancellationException.class, () -> given.operator.reference().forward(DoubleTensor.of(x)));
        } finally {
            Thread.interrupted();
        }
    }
}
