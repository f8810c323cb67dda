package upsampling.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import upsampling.backend.Epilogue;
import upsampling.backend.Interrupts;
import upsampling.op.Concat;
import upsampling.op.Derivable;
import upsampling.op.Elements;
import upsampling.op.FixedOperator;
import upsampling.op.GaussianBlur;
import upsampling.op.LinearOperator;
import upsampling.op.MaxPool2d;
import upsampling.op.Multiply;
import upsampling.op.PairOperator;
import upsampling.op.Relu;
import upsampling.op.WeightedOperator;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Applies operators and notes them; {@link #backward} goes through the notes in reverse order and applies their derivatives.
///
/// ```java
/// Variable weight = Variable.learned(tensor);
/// try (Tape tape = new Tape()) {
///     Variable y = tape.apply(Conv2d.of(3), Variable.given(x), weight);
///     Variable loss = tape.apply(MseLoss.of(), y, Variable.given(target));
///     tape.backward(loss);
/// }
/// weight.gradient();
/// ```
/// The chain rule, for a value `x` that operators `f, g, ...` have read:
///
/// ```
/// gradient(x) = f.backward(gradient(f(x))) + g.backward(gradient(g(x))) + ...
/// ```
/// Source: Linnainmaa, "Taylor expansion of the accumulated rounding error", 1976 (reverse mode). Cost: about two to three times the
/// forward pass, and the memory of every value in between. {@link #close} gives that memory back; learned and given values are not the
/// tape's. One thread at a time.
public final class Tape implements AutoCloseable {
    private final List<Note> notes = new ArrayList<>();

    /// One application of an operator, and of what follows it in the same pass.
    ///
    /// @param within gradient of the output -> gradient of what the operator itself has computed: a new tensor, or its argument
    private record Note(Variable output, UnaryOperator<Tensor> within, Dependency[] dependencies) { }

    /// An input of an operator, and the way of the gradient back to it.
    ///
    /// @param input what the operator has read
    /// @param backward gradient of the output -> gradient of this input: a new tensor, or its argument
    public record Dependency(Variable input, UnaryOperator<Tensor> backward) { }

    /// Applies a linear operator without a weight: the gradient goes through its adjoint.
    public Variable apply(FixedOperator f, Variable x) {
        return apply(f.on(x.shape()), x);
    }

    /// Applies a linear map: the gradient goes through its adjoint.
    public Variable apply(LinearOperator a, Variable x) {
        return note(a.apply(x.value()),
                new Dependency(x, a::adjoint));
    }

    /// Applies a function of one value, such as ReLU or a soft argmax.
    public Variable apply(Derivable f, Variable x) {
        return note(f.forward(x.value()),
                new Dependency(x, gradient -> f.backward(gradient, x.value())));
    }

    /// Applies max pooling: the gradient goes to the cells that won.
    public Variable apply(MaxPool2d f, Variable x) {
        MaxPool2d.Pooled pooled = f.forwardWithIndices(x.value());
        return note(pooled.values(),
                new Dependency(x, gradient -> f.backward(gradient, pooled.where(), x.shape())));
    }

    /// Joins values along their channels: every part gets its own channels of the gradient.
    public Variable apply(Concat f, Variable... parts) {
        Shape[] shapes = Arrays.stream(parts).map(Variable::shape).toArray(Shape[]::new);
        return note(f.forward(Arrays.stream(parts).map(Variable::value).toArray(Tensor[]::new)),
                IntStream.range(0, parts.length).mapToObj(p -> new Dependency(parts[p], f.on(p, shapes)::adjoint)).toArray(Dependency[]::new));
    }

    /// Applies a blur whose width is learned.
    public Variable apply(GaussianBlur f, Variable x, Variable logSigma) {
        return note(f.forward(x.value(), logSigma.value()),
                new Dependency(x, gradient -> f.gradInput(gradient, logSigma.value())),
                new Dependency(logSigma, gradient -> f.gradLogSigma(gradient, x.value(), logSigma.value())));
    }

    /// Applies an operator of two tensors, such as a sum or a loss.
    public Variable apply(PairOperator f, Variable a, Variable b) {
        return note(f.forward(a.value(), b.value()),
                new Dependency(a, gradient -> f.gradFirst(gradient, a.value(), b.value())),
                new Dependency(b, gradient -> f.gradSecond(gradient, a.value(), b.value())));
    }

    /// Applies a convolution or transposed convolution without a bias.
    public Variable apply(WeightedOperator f, Variable x, Variable weight) {
        return apply(f, x, weight, Optional.empty(), false);
    }

    /// Applies a convolution or transposed convolution with a bias.
    public Variable apply(WeightedOperator f, Variable x, Variable weight, Variable bias) {
        return apply(f, x, weight, Optional.of(bias), false);
    }

    /// Applies a convolution or transposed convolution, and then a bias, a rectifier or both: one value in place of two or three. A rectified value is positive where
    /// that before it was, so its own sign says where the gradient of {@link Relu} goes through.
    public Variable apply(WeightedOperator f, Variable x, Variable weight, Optional<Variable> bias, boolean thenRelu) {
        Tensor y = f.forward(x.value(), weight.value(), new Epilogue(bias.map(Variable::value), thenRelu));
        return note(y, thenRelu ? gradient -> Relu.of().backward(gradient, y) : UnaryOperator.identity(),
                new Dependency(x, gradient -> f.gradInput(gradient, weight.value(), x.shape())),
                new Dependency(weight, gradient -> f.gradWeight(gradient, x.value(), weight.shape())),
                new Dependency(bias.orElseGet(weight::detached), f::gradBias)); // without a bias a value that wants no gradient
    }

    /// Returns `factor * x`, to weigh the terms of a loss.
    public Variable scale(Variable x, double factor) {
        return apply(Multiply.of(), x, note(Elements.number(x.value().backend(), factor)));
    }

    /// Notes a value that was computed elsewhere: for an operator of a notebook cell.
    ///
    /// @param value a new tensor, which this tape closes; the value of a dependency is copied
    /// @param dependencies what it was computed from
    public Variable note(Tensor value, Dependency... dependencies) {
        return note(value, UnaryOperator.identity(), dependencies);
    }

    private Variable note(Tensor value, UnaryOperator<Tensor> within, Dependency... dependencies) {
        boolean needsGradient = Arrays.stream(dependencies).anyMatch(d -> d.input.needsGradient());
        boolean isBorrowed = Arrays.stream(dependencies).anyMatch(d -> d.input.value() == value);
        Variable output = new Variable(isBorrowed ? Elements.copy(value) : value, needsGradient);
        notes.add(new Note(output, within, dependencies));
        return output;
    }

    /// Computes the gradient of a loss in everything that it depends on. Learned values keep what they have from earlier calls, and add to it.
    ///
    /// @throws IllegalArgumentException unless the loss is one number, and depends on a learned value
    public void backward(Variable loss) {
        if (loss.shape().size() != 1) {
            throw new IllegalArgumentException("Tape.backward: the loss must be one number, [1, 1, 1, 1], but was %s; "
                    .formatted(loss.shape()) + "use a loss such as MseLoss, ReduceMean.over(Axes.ALL), or backward(y, gradOutput)");
        }
        backward(loss, Elements.number(loss.value().backend(), 1));
    }

    /// Computes the gradient of `sum of gradOutput[i] * y[i]` in everything that `y` depends on.
    ///
    /// @param gradOutput in the shape of `y`; this tape closes it
    /// @throws IllegalArgumentException unless the shapes agree, and `y` was made by this tape from a learned value
    public void backward(Variable y, Tensor gradOutput) {
        Checks.sameShape("Tape.backward", "gradOutput", y.shape(), gradOutput.shape());
        if (!y.needsGradient()) {
            throw new IllegalArgumentException("Tape.backward: the value %s depends on nothing that is learned; make parameters with Variable.learned"
                    .formatted(y.shape()));
        }
        boolean isOurs = notes.stream().anyMatch(note -> note.output == y);
        if (!isOurs) throw new IllegalArgumentException("Tape.backward: the value %s was not made by this tape".formatted(y.shape()));
        for (Note note : notes) note.output.clearGradient(); // of an earlier call
        y.accumulate(gradOutput);
        for (Note note : notes.reversed()) {
            Interrupts.check();
            if (!note.output.hasGradient()) continue; // the loss does not depend on it
            Tensor inside = note.within.apply(note.output.gradient());
            for (Dependency dependency : note.dependencies) {
                if (!dependency.input.needsGradient()) continue;
                Tensor gradient = dependency.backward.apply(inside);
                if (gradient == inside) gradient = Elements.copy(gradient); // as in y = x: each variable owns its gradient
                Checks.sameShape("Tape.backward", "the gradient that an operator gave", dependency.input.shape(), gradient.shape());
                dependency.input.accumulate(gradient);
            }
            if (inside != note.output.gradient()) inside.close();
        }
    }

    /// Returns the value of a variable; {@link #close} leaves it open. Call this after {@link #backward}: the note is torn out, and the gradient
    /// of the variable is gone. Of a variable that this tape has not made, such as a learned one, this returns a copy.
    public Tensor keep(Variable variable) {
        if (!notes.removeIf(note -> note.output == variable)) return Elements.copy(variable.value());
        variable.clearGradient();
        return variable.value();
    }

    /// Gives back the memory of every value that this tape has made, and of their gradients.
    @Override
    public void close() {
        for (Note note : notes) {
            note.output.clearGradient();
            note.output.value().close();
        }
        notes.clear();
    }
}
