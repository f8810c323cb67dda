package upsampling.metric;

import java.util.ArrayList;
import java.util.List;
import upsampling.tensor.Checks;
import upsampling.tensor.Window;

/// Which input cells an output cell of a stack of convolutions and transposed convolutions can depend on, along one axis.
///
/// ```
/// transposed  outputs lo .. hi read inputs  ceil((lo + p - d*(k-1)) / s) .. floor((hi + p) / s)
/// convolution outputs lo .. hi read inputs  lo*s - p .. hi*s - p + d*(k-1)
/// both clipped to the cells there are; layers are followed from the last to the first
/// ```
/// In a generator that doubles with k4 s2 p1 an output reads at most three cells of the first grid, however many layers follow: an interval
/// of `w` cells comes from at most `floor(w/2) + 2`. For the growth of one field without an end see {@link ReceptiveField}. With dilation, or a
/// stride above the kernel, cells inside the interval may be unread, and the interval of an output that nothing paints is empty.
///
/// Notebook: `10-gan.ipynb`.
///
/// @param in cells of the input
/// @param layers from the input on
public record Dependence(int in, List<Layer> layers) {

    /// One layer.
    ///
    /// @param window of the layer
    /// @param isTransposed whether it paints (transposed convolution) or reads (convolution)
    /// @param size cells of its output
    public record Layer(Window window, boolean isTransposed, int size) { }

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException unless `in >= 1`
    public Dependence {
        Checks.atLeast(1, "Dependence", "in", in);
        layers = List.copyOf(layers);
    }

    /// Returns the input itself.
    ///
    /// @throws IllegalArgumentException unless `in >= 1`
    public static Dependence ofInput(int in) {
        return new Dependence(in, List.of());
    }

    /// Returns this stack and a convolution.
    ///
    /// @throws IllegalArgumentException unless the window fits
    public Dependence thenConv(Window window) {
        return then(new Layer(window, false, window.outputSize("Dependence.thenConv", "size", size(), false)));
    }

    /// Returns this stack and a transposed convolution without output padding.
    ///
    /// @throws IllegalArgumentException unless its output has a cell
    public Dependence thenTransposed(Window window) {
        return thenTransposed(window, 0);
    }

    /// Returns this stack and a transposed convolution.
    ///
    /// @param outputPadding more cells at the end, below the larger of stride and dilation
    /// @throws IllegalArgumentException unless its output has a cell, and the output padding is in its range
    /// @throws ArithmeticException if the size does not fit an `int`
    public Dependence thenTransposed(Window window, int outputPadding) {
        return then(new Layer(window, true, window.transposedOutputSize("Dependence.thenTransposed", "size", size(), outputPadding)));
    }

    private Dependence then(Layer layer) {
        List<Layer> longer = new ArrayList<>(layers);
        longer.add(layer);
        return new Dependence(in, longer);
    }

    /// Returns the number of cells of the output.
    public int size() {
        return layers.isEmpty() ? in : layers.getLast().size();
    }

    /// Returns all sizes, from the input to the output.
    public int[] sizes() {
        int[] sizes = new int[layers.size() + 1];
        sizes[0] = in;
        for (int l = 0; l < layers.size(); l++) sizes[l + 1] = layers.get(l).size();
        return sizes;
    }

    /// Returns the input cells that an output cell can depend on; if there are none, the last is before the first.
    ///
    /// @throws IllegalArgumentException unless the output cell exists
    public ReceptiveField.Cells inputCells(int out) {
        Checks.index("Dependence", "output cell", out, size());
        long first = out;
        long last = out;
        for (int l = layers.size() - 1; l >= 0 && first <= last; l--) {
            Window window = layers.get(l).window();
            long reach = window.effectiveKernel() - 1;
            if (layers.get(l).isTransposed()) {
                first = Math.ceilDiv(first + window.padding() - reach, window.stride());
                last = Math.floorDiv(last + window.padding(), window.stride());
            } else {
                first = first * window.stride() - window.padding();
                last = last * window.stride() - window.padding() + reach;
            }
            int before = l == 0 ? in : layers.get(l - 1).size();
            first = Math.max(0, first);
            last = Math.min(before - 1, last);
        }
        return new ReceptiveField.Cells(first, last);
    }
}
