package upsampling.op;

import upsampling.tensor.Tensor;

/// What the chain rule needs of a function of one tensor: its value, and the gradient of its input. The result may have another shape, as that of {@link SoftArgmax};
/// one that keeps its shape is a {@link DifferentiableOperator}.
public interface Derivable {
    /// Returns `f(x)`.
    Tensor forward(Tensor x);

    /// Returns the gradient of the input at `x`.
    ///
    /// @param gradOutput in the shape of `f(x)`
    /// @throws IllegalArgumentException unless it has that shape, and the backend of `x`
    Tensor backward(Tensor gradOutput, Tensor x);
}
