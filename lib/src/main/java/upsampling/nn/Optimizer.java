package upsampling.nn;

import java.util.List;
import java.util.function.Function;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;

/// Changes parameters so that a loss falls: {@link Sgd}, {@link Adam}. Parameters without a gradient stay as they are.
public interface Optimizer {
    /// Returns what is changed.
    List<Parameter> parameters();

    /// Makes one step along the gradients that the parameters have.
    void step();

    /// Forgets the gradients of all parameters.
    default void clearGradients() {
        for (Parameter parameter : parameters()) parameter.variable().clearGradient();
    }

    /// Makes one whole step of a training: loss, gradients, step.
    ///
    /// @param loss computes it on the tape it is given
    /// @return the loss before the step
    default double minimize(Function<Tape, Variable> loss) {
        clearGradients();
        try (Tape tape = new Tape()) {
            Variable value = loss.apply(tape);
            tape.backward(value);
            step();
            return value.number();
        }
    }
}
