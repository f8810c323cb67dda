package upsampling.init;

/// Which number of products decides how wide weights are drawn.
public enum FanMode {
    /// Products in an output: the size of the *activations* stays the same from layer to layer.
    IN,
    /// Products in the gradient of an input: the size of the *gradients* stays the same.
    OUT,
    /// The mean of both, the compromise of Glorot and Bengio.
    AVERAGE
}
