package upsampling.init;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The weight with which a transposed convolution starts as bilinear enlargement by a whole factor.
///
/// ```
/// k = 2*s - s%2,   f = ceil(k/2),   c = (2*f - 1 - f%2) / (2*f),   w[i] = 1 - |i/f - c|,   0 <= i < k,   padding = ceil((s-1)/2)
/// ```
/// In two dimensions `w[i]*w[j]`; between different channels the weight is 0. Inside an image this is `Resize.bilinear()` with half pixels. At
/// the border it is darker, since nothing is painted from outside: of a constant 1 and stride 2, .75 is left at an edge and .5625 in a corner.
///
/// Source: Long, Shelhamer and Darrell, "Fully convolutional networks for semantic segmentation", 2015, section 3.3. Notebook:
/// `04-transposed.ipynb`.
public final class BilinearKernel {
    private BilinearKernel() { }

    /// Returns the window of the transposed convolution: kernel, stride and padding; its output has exactly `stride` times the size.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`
    /// @throws ArithmeticException if `2*stride` does not fit an `int`
    public static Window window(int stride) {
        Checks.atLeast(1, "BilinearKernel", "stride", stride);
        return Window.of(Math.multiplyExact(2, stride) - stride % 2).withStride(stride).withPadding(stride / 2); // ceil((s-1)/2) = floor(s/2)
    }

    /// Returns the kernel of one axis; its phase sums are all 1.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`
    public static double[] taps(int stride) {
        double[] taps = new double[window(stride).kernel()];
        double f = Math.ceilDiv(taps.length, 2);
        double centre = (2 * f - 1 - f % 2) / (2 * f);
        for (int i = 0; i < taps.length; i++) taps[i] = 1 - Math.abs(i / f - centre);
        return taps;
    }

    /// Returns a weight that keeps every channel to itself, `[channels, channels, k, k]`, 0 between different channels.
    ///
    /// @throws IllegalArgumentException unless both are >= 1
    public static Tensor weight(int channels, int stride) {
        Checks.atLeast(1, "BilinearKernel", "channels", channels);
        double[] taps = taps(stride);
        Tensor weight = Tensor.zeros(channels, channels, taps.length, taps.length);
        for (int c = 0; c < channels; c++) fill(weight, c, c, taps);
        return weight;
    }

    /// Returns the same for as many groups as channels, `[channels, 1, k, k]`: without the zeros.
    ///
    /// @throws IllegalArgumentException unless both are >= 1
    public static Tensor depthwise(int channels, int stride) {
        Checks.atLeast(1, "BilinearKernel", "channels", channels);
        double[] taps = taps(stride);
        Tensor weight = Tensor.zeros(channels, 1, taps.length, taps.length);
        for (int c = 0; c < channels; c++) fill(weight, c, 0, taps);
        return weight;
    }

    private static void fill(Tensor weight, int n, int c, double[] taps) {
        Shape shape = weight.shape();
        for (int h = 0; h < taps.length; h++) {
            for (int w = 0; w < taps.length; w++) weight.data()[shape.index(n, c, h, w)] = (float) (taps[h] * taps[w]);
        }
    }
}
