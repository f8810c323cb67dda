package upsampling.init;

import java.util.function.IntUnaryOperator;
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

    /// Returns the weight for a pixel shuffle in PyTorch's order, CRD, on the backend of the filters.
    ///
    /// @param filters `[C, Cin, kH, kW]`
    /// @param upscaleFactor `r`, >= 1
    /// @throws IllegalArgumentException unless `upscaleFactor >= 1`
    /// @throws ArithmeticException if the weight has more than 2^31 - 1 elements
    public static Tensor forPixelShuffle(Tensor filters, int upscaleFactor) {
        int copies = copies("Icnr.forPixelShuffle", upscaleFactor);
        return copied(filters, copies, n -> n / copies);
    }

    /// Returns the weight for a depth-to-space in the order of TensorFlow and ONNX's default, DCR, on the backend of the filters.
    ///
    /// @param filters `[C, Cin, kH, kW]`
    /// @param upscaleFactor `r`, >= 1
    /// @throws IllegalArgumentException unless `upscaleFactor >= 1`
    /// @throws ArithmeticException if the weight has more than 2^31 - 1 elements
    public static Tensor forDepthToSpace(Tensor filters, int upscaleFactor) {
        return copied(filters, copies("Icnr.forDepthToSpace", upscaleFactor), n -> n % filters.shape().n());
    }

    private static int copies(String who, int upscaleFactor) {
        Checks.atLeast(1, who, "upscaleFactor", upscaleFactor);
        return Checks.product(who, "upscaleFactor^2", upscaleFactor, upscaleFactor);
    }

    /// @param source filter of each output channel
    private static Tensor copied(Tensor filters, int copies, IntUnaryOperator source) {
        Shape one = filters.shape();
        Tensor weight = Tensor.zeros(Checks.product("Icnr", "number of filters", one.n(), copies), one.c(), one.h(), one.w());
        float[] values = filters.toArray();
        int size = one.c() * one.planeSize();
        for (int n = 0; n < weight.shape().n(); n++) System.arraycopy(values, source.applyAsInt(n) * size, weight.data(), n * size, size);
        return weight.to(filters.backend());
    }
}
