package upsampling.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Axes;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.DifferentiableOperator;
import upsampling.op.MseLoss;
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

    @Test
    void rightGradientsPass() {
        GradientCheck.check(Tanh.of(), normal(1, SHAPE), normal(2, SHAPE));
        GradientCheck.check(Softmax.over(Axes.PLANE), normal(1, SHAPE), normal(2, SHAPE));
        GradientCheck.check(MseLoss.of(), normal(1, SHAPE), normal(2, SHAPE), normal(3, Shape.plane(1, 1)));
        GradientCheck.check(Conv2d.of(2), normal(1, SHAPE), normal(2, Shape.of(2, 3, 2, 2)), normal(3, Shape.of(2, 2, 3, 1)));
        GradientCheck.check(ConvTranspose2d.of(2).withStride(2), normal(1, SHAPE), normal(2, Shape.of(3, 1, 2, 2)), normal(3, Shape.of(2, 1, 8, 4)));
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
        String message = failure(() -> GradientCheck.check(new WrongTanh(), x, g));
        String begin = "GradientCheck: WrongTanh, gradient of x [1, 1, 2, 2] at [0, 0, 1, 1]: expected 0.7864477";
        assertTrue(message.startsWith(begin), message);
        assertTrue(message.endsWith(" by central differences, received 0.5378828427399902 (tolerance 1.0e-08)"), message);
    }

    @Test
    void aNaNIsNotAccepted() {
        DoubleTensor x = DoubleTensor.of(Shape.plane(1, 1), 0);
        failure(() -> GradientCheck.check("f", "x", v -> v.data()[0], x, DoubleTensor.of(Shape.plane(1, 1), Double.NaN)));
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
}
