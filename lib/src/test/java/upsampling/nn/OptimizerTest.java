package upsampling.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.OffHeapBackend;
import upsampling.op.Conv2d;
import upsampling.op.Multiply;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What an optimiser does with parameters that are shared, and with losses that are no numbers; and what it leaves on a device.
class OptimizerTest {
    private static final Shape ONE = Shape.plane(1, 1);

    private static Weighted factor(double start) {
        return Weighted.conv(Conv2d.of(1), 1, 1, shape -> Tensor.full(shape, (float) start)).withoutBias();
    }

    /// `loss = (w*w*x)^2` with `x = 1`, so `d loss / d w = 4 w^3`.
    private static Function<Tape, Variable> fourthPower(Layer network) {
        return tape -> {
            Variable y = network.forward(tape, Variable.given(Tensor.full(ONE, 1)));
            return tape.apply(Multiply.of(), y, y);
        };
    }

    /// PyTorch: `w = nn.Conv2d(1, 1, 1, bias=False)`, weight 1, `net = nn.Sequential(w, w)`, one step of `SGD(net.parameters(), 0.1)` on
    /// `net(torch.ones(1, 1, 1, 1)).pow(2).sum()` gives 0.6, of `Adam` 0.9; `sum(p.numel() for p in net.parameters())` is 1.
    @Test
    void aLayerThatIsUsedTwiceMakesOneStep() {
        Weighted w = factor(1);
        Sequential network = Sequential.of(w, w);
        assertEquals(1, network.parameterCount());
        assertEquals("[0.weight [1, 1, 1, 1], 1.weight [1, 1, 1, 1]]", network.parameters().toString());
        assertEquals(1, Sgd.of(network.parameters(), 0.1).minimize(fourthPower(network)));
        assertEquals(0.6, w.weight().value().get(0, 0), 1e-7);

        Weighted v = factor(1);
        Sequential other = Sequential.of(v, v);
        Adam.of(other.parameters(), 0.1).minimize(fourthPower(other));
        assertEquals(0.9, v.weight().value().get(0, 0), 1e-7);
    }

    @Test
    void networksThatShareAParameterMakeOneStepTogether() {
        Weighted w = factor(1);
        List<Parameter> all = new ArrayList<>(Sequential.of(w).parameters());
        all.addAll(w.parameters());
        Sgd.of(all, 0.1).withMomentum(0.9).minimize(tape -> tape.scale(w.weight().variable(), 2));
        assertEquals(0.8, w.weight().value().get(0, 0), 1e-7);
    }

    @Test
    void aLossThatIsNoNumberChangesNothing() {
        Parameter p = Parameter.of("p", Tensor.full(ONE, 2));
        Sgd sgd = Sgd.of(List.of(p), 1e30);
        String message = assertThrows(ArithmeticException.class, () -> Training.of(5).run(sgd, (tape, _) -> {
            Variable square = tape.apply(Multiply.of(), p.variable(), p.variable());
            return tape.apply(Multiply.of(), square, square);
        })).getMessage();
        assertEquals("Training: the loss of step 2 is Infinity, that of the step before was 16.0; use a smaller learning rate", message);
        assertEquals(2 - 32 * 1e30, p.value().get(0, 0), 1e26, "as the first step left it");
    }

    @Test
    void settingsThatAreReplacedLeaveNothingOnADevice() {
        OffHeapBackend backend = new OffHeapBackend();
        Parameter p = Parameter.of("p", Tensor.full(ONE, 1).to(backend));
        Adam adam = Adam.of(List.of(p), 0.1).withBetas(0.5, 0.9).withEpsilon(1e-6);
        Sgd sgd = Sgd.of(List.of(p), 0.1).withMomentum(0.5);
        assertEquals(1, backend.open(), "nothing is remembered before the first step");
        adam.minimize(tape -> tape.scale(p.variable(), 3));
        assertEquals(4, backend.open(), "value, gradient, two means");
        sgd.minimize(tape -> tape.scale(p.variable(), 3));
        assertEquals(5, backend.open(), "and a velocity");
    }

    /// The steps of Adam are counted for each parameter, as in PyTorch: one that gets its first gradient late starts with a whole step.
    @Test
    void aParameterThatStartsLateMakesAFirstStep() {
        Parameter early = Parameter.of("early", Tensor.full(ONE, 1));
        Parameter late = Parameter.of("late", Tensor.full(ONE, 1));
        Adam adam = Adam.of(List.of(early, late), 0.1);
        for (int i = 0; i < 5; i++) adam.minimize(tape -> tape.scale(early.variable(), 3));
        adam.minimize(tape -> tape.scale(late.variable(), 3));
        assertArrayEquals(new float[] {0.5f, 0.9f}, new float[] {early.value().get(0, 0), late.value().get(0, 0)}, 1e-6f);
    }
}
