package upsampling.metric;

import upsampling.tensor.Window;

/// What a layer costs that is split into one kernel per channel (depthwise) and a 1 x 1 convolution that mixes the channels (pointwise).
///
/// ```
/// depthwise first   weights = kH*kW*Cin + Cin*Cout     the 1 x 1 runs on the output grid
/// pointwise first   weights = Cin*Cout + kH*kW*Cout    the 1 x 1 runs on the input grid
/// saved weights     1 - 1/Cout - 1/(kH*kW) for depthwise first
/// ```
/// A convolution with a stride is cheaper with the depthwise step first, a transposed one with the pointwise step first: the 1 x 1, nearly
/// all of the work, then runs on the smaller grid. Only the second step has biases.
///
/// Source: Howard et al., "MobileNets: efficient convolutional neural networks for mobile vision applications", 2017, section 3.1.
/// Notebook: `13-channels.ipynb`.
public final class SeparableCost {
    private static final Window POINT = Window.of(1);

    private SeparableCost() { }

    /// Returns the cost of a convolution, depthwise step first.
    ///
    /// @throws IllegalArgumentException unless every number is >= 1 and the window fits the input
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost conv2dDepthwiseFirst(int inHeight, int inWidth, int inChannels, int outChannels, Window window) {
        int outHeight = outputSize("height", inHeight, window);
        int outWidth = outputSize("width", inWidth, window);
        return Cost.conv2d(outHeight, outWidth, inChannels, inChannels, inChannels, window, window).withoutBias()
                .plus(Cost.conv2d(outHeight, outWidth, inChannels, outChannels, POINT));
    }

    /// Returns the cost of a convolution, pointwise step first.
    ///
    /// @throws IllegalArgumentException unless every number is >= 1 and the window fits the input
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost conv2dPointwiseFirst(int inHeight, int inWidth, int inChannels, int outChannels, Window window) {
        return Cost.conv2d(inHeight, inWidth, inChannels, outChannels, POINT).withoutBias().plus(Cost.conv2d(
                outputSize("height", inHeight, window), outputSize("width", inWidth, window), outChannels, outChannels, outChannels, window, window));
    }

    private static int outputSize(String axis, int in, Window window) {
        return window.outputSize("SeparableCost", axis, in, false);
    }

    /// Returns the cost of a transposed convolution without output padding, depthwise step first.
    ///
    /// @throws IllegalArgumentException unless every number is >= 1 and there is an output
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost convTranspose2dDepthwiseFirst(int inHeight, int inWidth, int inChannels, int outChannels, Window window) {
        int outHeight = window.transposedOutputSize("SeparableCost", "height", inHeight);
        int outWidth = window.transposedOutputSize("SeparableCost", "width", inWidth);
        return Cost.convTranspose2d(inHeight, inWidth, inChannels, inChannels, inChannels, window, window).withoutBias()
                .plus(Cost.conv2d(outHeight, outWidth, inChannels, outChannels, POINT));
    }

    /// Returns the cost of a transposed convolution, pointwise step first.
    ///
    /// @throws IllegalArgumentException unless every number is >= 1
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost convTranspose2dPointwiseFirst(int inHeight, int inWidth, int inChannels, int outChannels, Window window) {
        return Cost.conv2d(inHeight, inWidth, inChannels, outChannels, POINT).withoutBias()
                .plus(Cost.convTranspose2d(inHeight, inWidth, outChannels, outChannels, outChannels, window, window));
    }
}
