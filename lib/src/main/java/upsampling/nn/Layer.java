package upsampling.nn;

import java.util.List;
import upsampling.autograd.Tape;
import upsampling.autograd.Variable;
import upsampling.backend.Backend;
import upsampling.op.Derivable;
import upsampling.op.FixedOperator;
import upsampling.op.MaxPool2d;
import upsampling.tensor.Tensor;

/// A part of a network: from one value to another, with or without parameters.
///
/// A layer without parameters is a lambda, so a notebook cell can write its own:
///
/// ```java
/// Layer twice = (tape, x) -> tape.apply(Add.of(), x, x);
/// ```
@FunctionalInterface
public interface Layer {
    /// Returns the result, noted on the tape.
    Variable forward(Tape tape, Variable x);

    /// Returns what this layer learns, in the order of its parts; nothing by default.
    default List<Parameter> parameters() {
        return List.of();
    }

    /// Returns the same layer with its parameters on another backend; this one if it has none. A layer with parameters must say how.
    ///
    /// @throws IllegalStateException if it has parameters and does not
    default Layer to(Backend backend) {
        if (parameters().isEmpty()) return this;
        throw new IllegalStateException("Layer: with parameters, %s, it must implement to(backend)".formatted(parameters()));
    }

    /// Returns how many numbers this layer learns; those that parts of it share count once.
    default long parameterCount() {
        return parameters().stream().map(Parameter::variable).distinct().mapToLong(variable -> variable.shape().size()).sum();
    }

    /// Returns the result alone, a new tensor: for a network that is used, not trained.
    default Tensor predict(Tensor x) {
        try (Tape tape = new Tape()) {
            return tape.keep(forward(tape, Variable.given(x)));
        }
    }

    /// Returns a layer without parameters: a resize, an average pooling, a pixel shuffle, a {@link upsampling.op.Reshape}.
    static Layer of(FixedOperator operator) {
        return (tape, x) -> tape.apply(operator, x);
    }

    /// Returns a layer without parameters: ReLU, sigmoid, softmax, a soft argmax.
    static Layer of(Derivable operator) {
        return (tape, x) -> tape.apply(operator, x);
    }

    /// Returns max pooling as a layer.
    static Layer of(MaxPool2d pool) {
        return (tape, x) -> tape.apply(pool, x);
    }
}
