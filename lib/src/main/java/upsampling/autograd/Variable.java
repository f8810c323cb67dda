package upsampling.autograd;

import upsampling.backend.Backend.Binary;
import upsampling.op.Elements;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A value in a computation, and, after {@link Tape#backward}, how a loss depends on it.
///
/// ```
/// gradient[i] = d loss / d value[i]
/// ```
public final class Variable {
    private final Tensor value;
    private final boolean needsGradient;
    private Tensor gradient;

    Variable(Tensor value, boolean needsGradient) {
        this.value = value;
        this.needsGradient = needsGradient;
    }

    /// Returns a value that is learned: its gradient is wanted, and adds up over several calls of {@link Tape#backward}.
    public static Variable learned(Tensor value) {
        return new Variable(value, true);
    }

    /// Returns a value that is given, such as a picture or a target: no gradient is computed for it.
    public static Variable given(Tensor value) {
        return new Variable(value, false);
    }

    /// Returns the value.
    public Tensor value() {
        return value;
    }

    /// Returns the shape of the value, which is that of the gradient too.
    public Shape shape() {
        return value.shape();
    }

    /// Returns whether this is learned, or depends on something that is.
    public boolean needsGradient() {
        return needsGradient;
    }

    /// Returns the gradient, in the shape of the value.
    ///
    /// @throws IllegalStateException if there is none
    public Tensor gradient() {
        if (gradient != null) return gradient;
        throw new IllegalStateException("Variable " + shape() + " has no gradient: " + (needsGradient
                ? "call tape.backward(loss) first, with a loss that depends on it" : "it is a given value; make it with Variable.learned(tensor)"));
    }

    /// Returns whether there is a gradient: {@link Tape#backward} has come by since the last {@link #clearGradient}.
    public boolean hasGradient() {
        return gradient != null;
    }

    /// Returns the only number of a value such as a loss.
    ///
    /// @throws IllegalStateException unless the value is one number
    public double number() {
        if (shape().size() == 1) return value.get(0, 0);
        throw new IllegalStateException("Variable " + shape() + " is not one number; reduce it with ReduceMean.over(Axes.ALL) or a loss");
    }

    /// Returns the same value as a given one: no gradient flows back through it.
    public Variable detached() {
        return given(value);
    }

    /// Forgets the gradient, and gives its memory back.
    public void clearGradient() {
        if (gradient != null) gradient.close();
        gradient = null;
    }

    /// The rule for several paths to a loss: their gradients add up. Takes the tensor over, but never writes into it: should an operator of a
    /// notebook cell have kept it, a closed tensor says so, where an addition in place would give wrong numbers.
    void accumulate(Tensor more) {
        Tensor sum = gradient == null ? more : Elements.zip(Binary.ADD, gradient, more);
        if (sum != more) more.close();
        clearGradient();
        gradient = sum;
    }
}
