package upsampling.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Axes;
import upsampling.op.ConvTranspose2d;
import upsampling.op.DifferentiableOperator;
import upsampling.op.Multiply;
import upsampling.op.ReduceMean;
import upsampling.op.Samples;
import upsampling.op.Softmax;
import upsampling.op.Tanh;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class GradientCheckTest {
    private static final Shape SHAPE = Shape.of(2, 3, 4, 2);

    private static DoubleTensor normal(long seed, Shape shape) {
        return DoubleTensor.of(Samples.normal(seed, shape));
    }

    private static void check(DifferentiableOperator f, DoubleTensor x, DoubleTensor g) {
        GradientCheck.check(f.name(), "x", f.reference()::forward, x, g, f.reference().backward(g, x));
    }

    @Test
    void rightGradientsPass() {
        check(Tanh.of(), normal(1, SHAPE), normal(2, SHAPE));
        check(Softmax.over(Axes.PLANE), normal(1, SHAPE), normal(2, SHAPE));
        ConvTranspose2d.Reference conv = ConvTranspose2d.of(2).withStride(2).reference();
        DoubleTensor x = normal(1, SHAPE);
        DoubleTensor weight = normal(2, Shape.of(3, 1, 2, 2));
        DoubleTensor g = normal(3, Shape.of(2, 1, 8, 4));
        GradientCheck.check("ConvTranspose2d", "x", v -> conv.forward(v, weight), x, g, conv.gradInput(g, weight, x.shape()));
        GradientCheck.check("ConvTranspose2d", "weight", v -> conv.forward(x, v), weight, g, conv.gradWeight(g, x, weight.shape()));
    }

    /// Tanh with the derivative `1 - y`.
    private record WrongTanh() implements DifferentiableOperator {
        @Override
        public String name() {
            return "WrongTanh";
        }

        @Override
        public Tensor forward(Tensor x) {
            return Tanh.of().forward(x);
        }

        @Override
        public Tensor backward(Tensor gradOutput, Tensor x) {
            return Tensor.zeros(x.shape());
        }

        @Override
        public Reference reference() {
            return Reference.elementwise(Math::tanh, x -> 1 - Math.tanh(x));
        }
    }

    @Test
    void aWrongDerivativeIsNamedWithItsPlace() {
        DoubleTensor x = DoubleTensor.of(Shape.plane(2, 2), 0, 0, 0, 0.5);
        DoubleTensor g = DoubleTensor.of(Shape.plane(2, 2), 1, 1, 1, 1);
        String message = failure(() -> check(new WrongTanh(), x, g));
        String begin = "GradientCheck: WrongTanh, gradient of x [1, 1, 2, 2] at [0, 0, 1, 1]: expected 0.7864477";
        assertTrue(message.startsWith(begin), message);
        assertTrue(message.endsWith(" by central differences, received 0.5378828427399902 (tolerance 1.0e-08)"), message);
    }

    @Test
    void aNaNIsNotAccepted() {
        DoubleTensor x = DoubleTensor.of(Shape.plane(1, 1), 0);
        failure(() -> GradientCheck.check("f", "x", v -> v, x, x, DoubleTensor.of(x.shape(), Double.NaN)));
    }

    private static String failure(Runnable check) {
        return assertThrows(AssertionError.class, check::run).getMessage();
    }

    /// `loss = mean of tanh(weight * x)^2`
    private static Function<Tape, Variable> loss(DifferentiableOperator tanh, Variable weight) {
        Variable x = Variable.given(Samples.normal(1, SHAPE).to(weight.value().backend()));
        return tape -> {
            Variable y = tape.apply(tanh, tape.apply(Multiply.of(), x, weight));
            return tape.apply(ReduceMean.over(Axes.ALL), tape.apply(Multiply.of(), y, y));
        };
    }

    @Test
    void aNetworkIsCheckedOnAnyBackendAndKeepsItsValues() {
        Tensor start = Samples.normal(2, Shape.of(1, 3, 1, 1));
        for (Tensor value : new Tensor[] {Tensor.of(start.shape(), start.toArray()), start.to(new OffHeapBackend())}) {
            Variable weight = Variable.learned(value);
            GradientCheck.check(loss(Tanh.of(), weight), Map.of("weight", weight));
            assertArrayEquals(start.toArray(), weight.value().toArray());
            assertFalse(weight.hasGradient());
        }
    }

    @Test
    void aWrongDerivativeInANetworkIsFound() {
        Variable weight = Variable.learned(Samples.normal(2, Shape.of(1, 3, 1, 1)));
        String message = failure(() -> GradientCheck.check(loss(new WrongTanh(), weight), Map.of("0.weight", weight)));
        assertTrue(message.startsWith("GradientCheck: the network, gradient of 0.weight [1, 3, 1, 1] at [0, 0, 0, 0]: expected "), message);
        assertTrue(message.contains("received 0.0 "), message);
        assertArrayEquals(Samples.normal(2, Shape.of(1, 3, 1, 1)).toArray(), weight.value().toArray());
    }

    @Test
    void anErrorOfThreePercentInANetworkIsFound() {
        Variable weight = Variable.learned(Samples.normal(2, Shape.of(1, 3, 1, 1)));
        Function<Tape, Variable> right = loss(Tanh.of(), weight);
        failure(() -> GradientCheck.check(tape -> {
            Variable value = right.apply(tape);
            return tape.note(Tensor.of(value.shape(), value.value().toArray()),
                    new Tape.Dependency(value, g -> Tensor.full(g.shape(), 1.03f * g.get(0, 0))));
        }, Map.of("weight", weight)));
    }

    @Test
    void gradientsOfAnotherShapeAreRejected() {
        DoubleTensor x = normal(1, SHAPE);
        DoubleTensor small = normal(2, Shape.plane(1, 1));
        assertEquals("GradientCheck: shape of the received gradient of x must be [2, 3, 4, 2], but was [1, 1, 1, 1]",
                assertThrows(IllegalArgumentException.class, () -> GradientCheck.check("f", "x", v -> v, x, x, small)).getMessage());
        assertEquals("GradientCheck: shape of gradOutput must be [2, 3, 4, 2], but was [1, 1, 1, 1]",
                assertThrows(IllegalArgumentException.class, () -> GradientCheck.check("f", "x", v -> v, x, small, x)).getMessage());
    }

    @Test
    void anInterruptLeavesTheNetworkAsItWas() {
        Tensor start = Samples.normal(2, Shape.of(1, 3, 1, 1));
        Variable weight = Variable.learned(Tensor.of(start.shape(), start.toArray()));
        Function<Tape, Variable> loss = loss(Tanh.of(), weight);
        int[] evaluations = {0};
        try {
            assertThrows(CancellationException.class, () -> GradientCheck.check(tape -> {
                Variable value = loss.apply(tape);
                if (++evaluations[0] == 4) Thread.currentThread().interrupt();
                return value;
            }, Map.of("weight", weight)));
        } finally {
            assertTrue(Thread.interrupted(), "the flag stays set");
        }
        assertEquals(4, evaluations[0], "one for the gradient, two for the first number, one for the second");
        assertArrayEquals(start.toArray(), weight.value().toArray());
        assertFalse(weight.hasGradient());
    }
}
