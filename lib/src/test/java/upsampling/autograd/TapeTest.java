package upsampling.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Add;
import upsampling.op.AvgPool2d;
import upsampling.op.Axes;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.LinearOperator;
import upsampling.op.MatMul;
import upsampling.op.MaxPool2d;
import upsampling.op.MseLoss;
import upsampling.op.Multiply;
import upsampling.op.ReduceMean;
import upsampling.op.ReduceSum;
import upsampling.op.Relu;
import upsampling.op.Resize;
import upsampling.op.Samples;
import upsampling.op.Subtract;
import upsampling.op.Tanh;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class TapeTest {
    private static final Shape ONE = Shape.plane(1, 1);

    private static Variable learned(double value) {
        return Variable.learned(Tensor.full(ONE, (float) value));
    }

    /// The chain rule by hand: `L = (a*b + c)^2` at `a = 2, b = -3, c = 10` gives `L = 16`, `dL/da = 2*4*b = -24`, `dL/db = 16`, `dL/dc = 8`.
    @Test
    void chainRuleOfAnExampleByHand() {
        Variable a = learned(2);
        Variable b = learned(-3);
        Variable c = learned(10);
        try (Tape tape = new Tape()) {
            Variable d = tape.apply(Add.of(), tape.apply(Multiply.of(), a, b), c);
            Variable loss = tape.apply(Multiply.of(), d, d);
            assertEquals(16, loss.number());
            tape.backward(loss);
            assertEquals(8, d.gradient().get(0, 0), "both inputs of the square are d");
        }
        assertEquals(-24, a.gradient().get(0, 0));
        assertEquals(16, b.gradient().get(0, 0));
        assertEquals(8, c.gradient().get(0, 0));
    }

    @Test
    void gradientsOfSeveralPathsAddUp() {
        Variable x = Variable.learned(Samples.normal(1, Shape.of(2, 3, 4, 6)));
        try (Tape tape = new Tape()) {
            Variable half = tape.apply(AvgPool2d.of(2), x);
            Variable back = tape.apply(Resize.nearest().withScale(2), half);
            tape.backward(tape.apply(ReduceSum.over(Axes.ALL), tape.apply(Add.of(), x, back)));
        }
        for (float gradient : x.gradient().toArray()) assertEquals(2, gradient, "1 directly, and 4 * 1/4 around");
    }

    @Test
    void aSecondBackwardAddsToLearnedValuesOnly() {
        Variable x = learned(3);
        try (Tape tape = new Tape()) {
            Variable y = tape.apply(Multiply.of(), x, x);
            Variable z = tape.apply(Multiply.of(), y, y);
            tape.backward(y);
            tape.backward(z);
            assertEquals(18, y.gradient().get(0, 0), "of the last call: d(y^2)/dy");
            assertEquals(6 + 108, x.gradient().get(0, 0), "2x + 4x^3");
        }
        x.clearGradient();
        assertFalse(x.hasGradient());
    }

    @Test
    void gradientOfASumOfAStridedConvolutionCountsOverlaps() {
        Variable x = Variable.learned(Tensor.zeros(1, 1, 1, 7));
        Variable ones = Variable.given(Tensor.full(Shape.plane(1, 3), 1));
        try (Tape tape = new Tape()) {
            Variable y = tape.apply(Conv2d.of(1, 3).withStride(1, 2), x, ones);
            tape.backward(tape.apply(ReduceSum.over(Axes.ALL), y));
        }
        assertArrayEquals(new float[] {1, 1, 2, 1, 2, 1, 1}, x.gradient().toArray());
        assertFalse(ones.hasGradient(), "a given value");
    }

    @Test
    void everyKindOfOperatorHasItsGradient() {
        Variable x = Variable.learned(Samples.normal(1, Shape.of(2, 2, 5, 6)));
        Variable weight = Variable.learned(Samples.normal(2, Shape.of(3, 2, 3, 2)));
        Variable bias = Variable.learned(Samples.normal(3, Shape.of(1, 3, 1, 1)));
        Variable up = Variable.learned(Samples.normal(4, Shape.of(3, 1, 2, 2)));
        Variable factor = Variable.learned(Samples.normal(5, Shape.of(2, 1, 6, 2)));
        Variable target = Variable.given(Samples.normal(6, Shape.of(2, 1, 6, 2)));
        GradientCheck.check(tape -> {
            Variable y = tape.apply(Conv2d.of(3, 2), x, weight, bias);              // [2, 3, 3, 5]
            y = tape.apply(Tanh.of(), y);
            y = tape.apply(MaxPool2d.of(1, 2), y);                                  // [2, 3, 3, 2]
            y = tape.apply(ConvTranspose2d.of(2).withStride(2), y, up);             // [2, 1, 6, 4]
            y = tape.apply(AvgPool2d.of(1, 2).on(y.shape()), y);                    // [2, 1, 6, 2], a LinearOperator
            y = tape.apply(Resize.bilinear().toSize(6, 6), y);
            y = tape.apply(MatMul.of(), y, factor);                                 // [2, 1, 6, 2]
            return tape.scale(tape.apply(MseLoss.of(), y, target), 0.5);
        }, Map.of("x", x, "weight", weight, "bias", bias, "up", up, "factor", factor));
        try (Tape tape = new Tape()) {
            tape.backward(tape.scale(tape.apply(ReduceMean.over(Axes.ALL), x), -120));
        }
        for (float gradient : x.gradient().toArray()) assertEquals(-1, gradient, 1e-6);
    }

    @Test
    void aDetachedValueStopsTheGradient() {
        Variable x = learned(3);
        try (Tape tape = new Tape()) {
            Variable y = tape.apply(Multiply.of(), x, x);
            tape.backward(tape.apply(Multiply.of(), y.detached(), x));
        }
        assertEquals(9, x.gradient().get(0, 0), "y counts as the number 9");
    }

    @Test
    void anOperatorOfACellCanBeNoted() {
        Variable x = learned(3);
        try (Tape tape = new Tape()) {
            Variable cube = tape.note(Tensor.full(ONE, 27), new Tape.Dependency(x, g -> Tensor.full(ONE, 27 * g.get(0, 0))));
            tape.backward(cube);
        }
        assertEquals(27, x.gradient().get(0, 0));
    }

    @Test
    void backwardOfATensorIsTheAdjointOfTheJacobian() {
        Tensor point = Samples.normal(1, Shape.of(1, 2, 3, 4));
        Tensor g = Samples.normal(2, point.shape());
        Variable x = Variable.learned(point);
        try (Tape tape = new Tape()) {
            tape.backward(tape.apply(Relu.of(), x), Tensor.of(g.shape(), g.toArray()));
        }
        assertArrayEquals(Relu.of().at(point).adjoint(g).toArray(), x.gradient().toArray());
    }

    @Test
    void closeGivesBackEverythingButLeaves() {
        OffHeapBackend backend = new OffHeapBackend();
        Variable x = Variable.learned(Samples.normal(1, Shape.of(1, 1, 6, 6)).to(backend));
        Variable weight = Variable.learned(Samples.normal(2, Shape.of(2, 1, 3, 3)).to(backend));
        Tensor kept;
        try (Tape tape = new Tape()) {
            Variable y = tape.apply(Tanh.of(), tape.apply(Conv2d.of(3), x, weight));
            Variable loss = tape.apply(ReduceMean.over(Axes.ALL), tape.apply(Multiply.of(), y, y));
            tape.backward(loss);
            kept = tape.keep(y);
        }
        assertEquals(5, backend.open(), "two leaves, their gradients, and what was kept");
        assertSame(backend, x.gradient().backend());
        x.clearGradient();
        weight.clearGradient();
        kept.close();
        assertEquals(2, backend.open());
    }

    @Test
    void badCallsAreNamed() {
        Variable x = Variable.learned(Tensor.zeros(1, 1, 2, 2));
        Variable given = Variable.given(Tensor.zeros(1, 1, 1, 1));
        try (Tape tape = new Tape(); Tape other = new Tape()) {
            Variable y = tape.apply(Relu.of(), x);
            assertEquals("Tape.backward: the loss must be one number, [1, 1, 1, 1], but was [1, 1, 2, 2]; "
                    + "use a loss such as MseLoss, ReduceMean.over(Axes.ALL), or backward(y, gradOutput)", rejection(() -> tape.backward(y)));
            assertEquals("Tape.backward: shape of gradOutput must be [1, 1, 2, 2], but was [1, 1, 1, 1]",
                    rejection(() -> tape.backward(y, Tensor.zeros(1, 1, 1, 1))));
            Variable constant = tape.apply(Subtract.of(), given, given);
            assertEquals("Tape.backward: the value [1, 1, 1, 1] depends on nothing that is learned; make parameters with Variable.learned",
                    rejection(() -> tape.backward(constant)));
            Variable loss = tape.apply(ReduceSum.over(Axes.ALL), y);
            assertEquals("Tape.backward: the value [1, 1, 1, 1] was not made by this tape", rejection(() -> other.backward(loss)));
            Variable wrong = tape.note(Tensor.zeros(1, 1, 1, 1), new Tape.Dependency(x, g -> g));
            assertEquals("Tape.backward: shape of the gradient that an operator gave must be [1, 1, 2, 2], but was [1, 1, 1, 1]",
                    rejection(() -> tape.backward(wrong)));
            assertEquals("Variable [1, 1, 2, 2] has no gradient: call tape.backward(loss) first, with a loss that depends on it",
                    assertThrows(IllegalStateException.class, x::gradient).getMessage());
            assertEquals("Variable [1, 1, 1, 1] has no gradient: it is a given value; make it with Variable.learned(tensor)",
                    assertThrows(IllegalStateException.class, given::gradient).getMessage());
            assertEquals("Variable [1, 1, 2, 2] is not one number; reduce it with ReduceMean.over(Axes.ALL) or a loss",
                    assertThrows(IllegalStateException.class, x::number).getMessage());
        }
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void anInterruptStopsTheWayBack() {
        Variable x = learned(3);
        try (Tape tape = new Tape()) {
            Variable y = tape.apply(Multiply.of(), x, x);
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> tape.backward(y));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    /// In a cell, the gradient of a sum is written `g -> g`.
    @Test
    void aDependencyMayReturnItsArgument() {
        Variable p = learned(2);
        Variable q = learned(3);
        try (Tape tape = new Tape()) {
            Variable five = tape.scale(p, 5);
            Variable sum = tape.note(Tensor.full(ONE, 5), new Tape.Dependency(p, g -> g), new Tape.Dependency(q, g -> g));
            tape.backward(tape.apply(Add.of(), sum, five));
        }
        assertEquals(6, p.gradient().get(0, 0));
        assertEquals(1, q.gradient().get(0, 0), "a tensor of its own, still open");
    }

    @Test
    void aTensorThatACellKeepsIsNeverWrittenInto() {
        Tensor kept = Tensor.full(ONE, 1);
        Variable p = learned(2);
        try (Tape tape = new Tape()) {
            Variable five = tape.scale(p, 5);
            Variable y = tape.note(Tensor.full(ONE, 2), new Tape.Dependency(p, _ -> kept)); // noted last, so its gradient comes first
            tape.backward(tape.apply(Add.of(), y, five));
        }
        assertEquals(6, p.gradient().get(0, 0));
        assertThrows(IllegalStateException.class, () -> kept.get(0, 0), "closed rather than 6");
    }

    /// A map of a cell that hands on its argument.
    private record Identity(Shape inputShape) implements LinearOperator {
        @Override
        public Shape outputShape() {
            return inputShape;
        }

        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public Tensor adjoint(Tensor y) {
            return y;
        }
    }

    @Test
    void aMapThatHandsOnItsArgumentLeavesLearnedValuesOpen() {
        Variable x = learned(3);
        for (int step = 0; step < 2; step++) {
            x.clearGradient();
            try (Tape tape = new Tape()) {
                Variable y = tape.apply(new Identity(ONE), x);
                tape.backward(tape.apply(Multiply.of(), y, y));
                assertEquals(6, x.gradient().get(0, 0));
            }
        }
        assertEquals(3, x.value().get(0, 0));
    }

    @Test
    void keepingAValueThatTheTapeHasNotMadeIsACopy() {
        Variable x = learned(3);
        try (Tape tape = new Tape()) {
            tape.backward(tape.scale(x, 2));
            tape.keep(x).close();
        }
        assertEquals(2, x.gradient().get(0, 0), "not forgotten");
        assertEquals(3, x.value().get(0, 0), "not closed");
    }
}
