package upsampling.nn;

import java.util.List;
import java.util.function.Function;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;

/// Changes parameters so that a loss falls: {@link Sgd}, {@link Adam}. Parameters without a gradient stay as they are.
///
/// What an optimiser remembers of a parameter, it makes in its first step, beside the parameter; the garbage collector takes it back.
public interface Optimizer {
    /// Returns what is changed.
    List<Parameter> parameters();

    /// Changes one parameter along its gradient.
    void step(Variable parameter);

    /// Makes one step along the gradients that the parameters have. A variable that several layers share makes it once: its gradient holds the
    /// sum of them already.
    default void step() {
        parameters().stream().map(Parameter::variable).distinct().filter(Variable::hasGradient).forEach(this::step);
    }

    /// Forgets the gradients of all parameters.
    default void clearGradients() {
        for (Parameter parameter : parameters()) parameter.variable().clearGradient();
    }

    /// Makes one whole step of a training: loss, gradients, step. When the loss is infinite or not a number, the parameters stay as they are.
    ///
    /// @param loss computes it on the tape it is given
    /// @return the loss before the step
    default double minimize(Function<Tape, Variable> loss) {
        clearGradients();
        try (Tape tape = new Tape()) {
            Variable value = loss.apply(tape);
            double number = value.number();
            if (Double.isFinite(number)) {
                tape.backward(value);
                step();
            }
            return number;
        }
    }
}
