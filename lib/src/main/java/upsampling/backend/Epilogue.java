package upsampling.backend;

import java.util.Optional;
import upsampling.tensor.Tensor;

/// What follows a convolution, cell by cell, before the result is read by anybody: a bias, a rectifier, both or neither.
///
/// ```
/// y = sum + bias            or            y = max(sum + bias, 0)
/// ```
/// On its own each of them reads and writes the whole result once more. A device that has the sums in its registers saves those passes. The name is that of
/// matrix libraries (cuBLASLt, CUTLASS).
///
/// @param bias `[1, C, 1, 1]`, one value per channel of the result, if there is one
/// @param rectifies whether {@link Backend.Unary#RELU} comes last
public record Epilogue(Optional<Tensor> bias, boolean rectifies) {
    /// Nothing follows.
    public static final Epilogue NONE = new Epilogue(Optional.empty(), false);

    /// Returns the addition of a bias `[1, C, 1, 1]`.
    public static Epilogue bias(Tensor bias) {
        return new Epilogue(Optional.of(bias), false);
    }

    /// Returns the same, and then a rectifier.
    public Epilogue thenRelu() {
        return new Epilogue(bias, true);
    }

    /// Applies it to a result, in passes of their own.
    ///
    /// @param y `[N, C, H, W]`, on the backend of the bias
    public void applyTo(Tensor y) {
        bias.ifPresent(values -> y.backend().zip(Backend.Binary.ADD, y, values, y));
        if (rectifies) y.backend().map(Backend.Unary.RELU, y, y);
    }
}
