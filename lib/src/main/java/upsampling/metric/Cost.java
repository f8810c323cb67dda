package upsampling.metric;

import upsampling.tensor.Checks;
import upsampling.tensor.Window;

/// What a layer costs: multiply-accumulates for one image, and numbers to learn.
///
/// ```
/// conv2d            macs = Ho*Wo*Cout*(Cin/groups)*kH*kW    weights = Cout*(Cin/groups)*kH*kW    biases = Cout
/// convTranspose2d   macs = Hi*Wi*Cin*(Cout/groups)*kH*kW    weights = Cin*(Cout/groups)*kH*kW    biases = Cout
/// dense             macs = in*out                            weights = in*out                     biases = out
/// pool2d            macs = Ho*Wo*C*kH*kW                     weights = 0                          biases = 0
/// ```
/// A transposed convolution multiplies once per *input* position and tap: its output grid, `sH*sW` times as large, costs no more. A depthwise
/// layer has as many groups as channels, a pointwise layer the window k1; for both after each other see {@link SeparableCost}.
///
/// One multiplication with the addition that follows is one MAC; papers that count FLOPs give twice the number. A pooling does no
/// multiplication: each comparison or addition under its window is counted like a MAC. Adding a bias is not counted. Everything is computed
/// in `long` and checked: a 4096 x 4096 image already needs more MACs than an `int` can hold.
///
/// @param macs multiply-accumulates for one image, >= 0
/// @param weights learned factors, >= 0
/// @param biases learned offsets, >= 0
public record Cost(long macs, long weights, long biases) {

    /// @throws IllegalArgumentException unless every number is >= 0
    public Cost {
        if (macs < 0 || weights < 0 || biases < 0) {
            throw new IllegalArgumentException("Cost: macs, weights and biases must be >= 0, but were %d, %d, %d".formatted(macs, weights, biases));
        }
    }

    /// Returns the cost of a convolution with the same window on both axes.
    ///
    /// @throws IllegalArgumentException unless every size is >= 1
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost conv2d(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return conv2d(outHeight, outWidth, inChannels, outChannels, 1, window, window);
    }

    /// Returns the cost of a convolution in groups with one window per axis.
    ///
    /// @param groups parts into which the channels are split; `inChannels` for a depthwise convolution
    /// @throws IllegalArgumentException unless every size is >= 1 and `groups` divides both numbers of channels
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost conv2d(int outHeight, int outWidth, int inChannels, int outChannels, int groups, Window height, Window width) {
        checkOutput("Cost.conv2d", outHeight, outWidth);
        checkChannels("Cost.conv2d", inChannels, outChannels, groups);
        long weights = product(outChannels, inChannels / groups, height.kernel(), width.kernel());
        return new Cost(product(outHeight, outWidth, weights), weights, outChannels);
    }

    /// Returns the cost of a transposed convolution with the same window on both axes. Taps whose output is cropped by padding are counted.
    ///
    /// @throws IllegalArgumentException unless every size is >= 1
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost convTranspose2d(int inHeight, int inWidth, int inChannels, int outChannels, Window window) {
        return convTranspose2d(inHeight, inWidth, inChannels, outChannels, 1, window, window);
    }

    /// Returns the cost of a transposed convolution in groups with one window per axis.
    ///
    /// @param groups parts into which the channels are split; `inChannels` for a depthwise one
    /// @throws IllegalArgumentException unless every size is >= 1 and `groups` divides both numbers of channels
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost convTranspose2d(int inHeight, int inWidth, int inChannels, int outChannels, int groups, Window height, Window width) {
        Checks.atLeast(1, "Cost.convTranspose2d", "inHeight", inHeight);
        Checks.atLeast(1, "Cost.convTranspose2d", "inWidth", inWidth);
        checkChannels("Cost.convTranspose2d", inChannels, outChannels, groups);
        long weights = product(inChannels, outChannels / groups, height.kernel(), width.kernel());
        return new Cost(product(inHeight, inWidth, weights), weights, outChannels);
    }

    private static void checkChannels(String who, int inChannels, int outChannels, int groups) {
        Checks.atLeast(1, who, "inChannels", inChannels);
        Checks.atLeast(1, who, "outChannels", outChannels);
        Checks.atLeast(1, who, "groups", groups);
        if (inChannels % groups != 0 || outChannels % groups != 0) {
            throw new IllegalArgumentException("%s: groups must divide inChannels=%d and outChannels=%d, but was %d".formatted(
                    who, inChannels, outChannels, groups));
        }
    }

    /// Returns the cost of a max or average pooling.
    ///
    /// @throws IllegalArgumentException unless every size is >= 1
    /// @throws ArithmeticException if a number does not fit a `long`
    public static Cost pool2d(int outHeight, int outWidth, int channels, Window window) {
        checkOutput("Cost.pool2d", outHeight, outWidth);
        Checks.atLeast(1, "Cost.pool2d", "channels", channels);
        return new Cost(product(outHeight, outWidth, channels, window.kernel(), window.kernel()), 0, 0);
    }

    /// Returns the cost of a fully connected layer.
    ///
    /// @throws IllegalArgumentException unless both sizes are >= 1
    public static Cost dense(int inFeatures, int outFeatures) {
        Checks.atLeast(1, "Cost.dense", "inFeatures", inFeatures);
        Checks.atLeast(1, "Cost.dense", "outFeatures", outFeatures);
        long weights = product(inFeatures, outFeatures);
        return new Cost(weights, weights, outFeatures);
    }

    private static void checkOutput(String who, int outHeight, int outWidth) {
        Checks.atLeast(1, who, "outHeight", outHeight);
        Checks.atLeast(1, who, "outWidth", outWidth);
    }

    private static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            product = Math.multiplyExact(product, factor);
        }
        return product;
    }

    /// Returns the same layer without biases, as before a normalisation.
    public Cost withoutBias() {
        return new Cost(macs, weights, 0);
    }

    /// Returns the cost of both.
    ///
    /// @throws ArithmeticException if a number does not fit a `long`
    public Cost plus(Cost other) {
        return new Cost(Math.addExact(macs, other.macs), Math.addExact(weights, other.weights), Math.addExact(biases, other.biases));
    }

    /// Returns everything that is learned, `weights + biases`.
    public long parameters() {
        return Math.addExact(weights, biases);
    }

    /// Returns the part of the other cost's MACs that this one saves: 0.75 for a quarter of them, negative if this one needs more.
    ///
    /// @throws IllegalArgumentException unless the other cost has MACs
    public double macsSavedAgainst(Cost other) {
        if (other.macs == 0) throw new IllegalArgumentException("Cost.macsSavedAgainst: the other cost must have macs >= 1, but has 0");
        return 1 - (double) macs / other.macs;
    }
}
