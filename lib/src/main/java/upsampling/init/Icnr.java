package upsampling.init;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The weight with which a convolution in front of a pixel shuffle starts as nearest enlargement: one filter, copied to all `r*r` sub-pixels.
///
/// ```
/// filters [C, Cin, kH, kW]  ->  weight [C*r*r, Cin, kH, kW]
/// pixel shuffle, order CRD      weight[c*r*r + a*r + b] = filters[c]       0 <= a, b < r: each filter is repeated r*r times in a row
/// depth to space, order DCR     weight[(a*r + b)*C + c] = filters[c]       all filters, r*r times one after the other
/// ```
/// Then `shuffle(conv(x)) = nearest(conv with the filters(x))`, so nothing of a checkerboard is there at the start. That is all it promises:
/// the first training step makes the copies different. Draw the filters as for a convolution with `C` outputs, such as by {@link Kaiming}.
///
/// Source: Aitken, Ledig, Theis, Caballero, Wang and Shi, "Checkerboard artifact free sub-pixel convolution", 2017. Notebook:
/// `07-pixelshuffle.ipynb`.
public final class Icnr {
    private Icnr() { }

    /// Returns the weight for a pixel shuffle in PyTorch's order, CRD.
    ///
    /// @param filters `[C, Cin, kH, kW]`
    /// @param upscaleFactor `r`, >= 1
    /// @throws IllegalArgumentException unless `upscaleFactor >= 1`
    /// @throws ArithmeticException if the weight has more than 2^31 - 1 elements
    public static Tensor forPixelShuffle(Tensor filters, int upscaleFactor) {
        int copies = copies("Icnr.forPixelShuffle", upscaleFactor);
        Tensor weight = grown(filters.shape(), copies);
        for (int n = 0; n < weight.shape().n(); n++) copy(filters, n / copies, weight, n);
        return weight;
    }

    /// Returns the weight for a depth-to-space in the order of TensorFlow and ONNX's default, DCR.
    ///
    /// @param filters `[C, Cin, kH, kW]`
    /// @param upscaleFactor `r`, >= 1
    /// @throws IllegalArgumentException unless `upscaleFactor >= 1`
    /// @throws ArithmeticException if the weight has more than 2^31 - 1 elements
    public static Tensor forDepthToSpace(Tensor filters, int upscaleFactor) {
        Tensor weight = grown(filters.shape(), copies("Icnr.forDepthToSpace", upscaleFactor));
        for (int n = 0; n < weight.shape().n(); n++) copy(filters, n % filters.shape().n(), weight, n);
        return weight;
    }

    private static int copies(String who, int upscaleFactor) {
        Checks.atLeast(1, who, "upscaleFactor", upscaleFactor);
        return Checks.product(who, "upscaleFactor^2", upscaleFactor, upscaleFactor);
    }

    private static Tensor grown(Shape filters, int copies) {
        return Tensor.zeros(Checks.product("Icnr", "number of filters", filters.n(), copies), filters.c(), filters.h(), filters.w());
    }

    private static void copy(Tensor filters, int from, Tensor weight, int to) {
        int size = filters.shape().c() * filters.shape().planeSize();
        System.arraycopy(filters.data(), from * size, weight.data(), to * size, size);
    }
}
