package upsampling.metric;

import java.util.ArrayList;
import java.util.List;
import upsampling.tensor.Checks;
import upsampling.tensor.Window;

/// How much of the input one output cell of a stack of layers can see, along one axis.
///
/// ```
/// size     r(l) = r(l-1) + d*(k-1) * j(l-1)          cells of the input that are seen
/// jump     j(l) = j(l-1) * s                         input cells between two neighbours of the output
/// centre   a(l) = a(l-1) + (d*(k-1)/2 - p) * j(l-1)  position of the centre of output cell 0, in input cells
/// start    r = 1, j = 1, a = 0
/// ```
/// A layer looks through the jump of the layers *before* it, so the size is computed first. A centre other than
/// `(jump - 1) / 2` means that the output is shifted against the input. The field is the largest possible one; what a trained network
/// really uses is smaller and denser in the middle. Transposed layers divide the jump and see different numbers of cells in different places: for
/// stacks with such layers, and for the cells that really exist, see {@link Dependence}.
///
/// Source: Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks", Distill, 2019. Notebook:
/// `01-pooling.ipynb`.
///
/// @param layers one row per layer, from the input on
public record ReceptiveField(List<Layer> layers) {

    /// One row of the table: what an output cell of this layer sees of the input.
    ///
    /// @param name of the layer, such as `conv 3`
    /// @param window of the layer
    /// @param size seen cells of the input
    /// @param jump input cells between two neighbours
    /// @param centre position of the centre of output cell 0, in input cells
    public record Layer(String name, Window window, long size, long jump, double centre) { }

    /// A run of cells of one axis, both ends included; cells before 0 or beyond the input lie in the padding.
    ///
    /// @param first the first cell
    /// @param last the last cell
    public record Cells(long first, long last) {

        /// Returns the number of cells.
        public long size() {
            return last - first + 1;
        }
    }

    /// Copies the list.
    public ReceptiveField {
        layers = List.copyOf(layers);
    }

    /// Returns the receptive field of the input itself: one cell.
    public static ReceptiveField ofInput() {
        return new ReceptiveField(List.of());
    }

    /// Returns the receptive field of a stack of layers, the first one at the input.
    public static ReceptiveField of(Window... layers) {
        ReceptiveField field = ofInput();
        for (Window window : layers) {
            field = field.then(window);
        }
        return field;
    }

    /// Returns the receptive field after one more layer, named after its window.
    public ReceptiveField then(Window window) {
        return then(window.toString(), window);
    }

    /// Returns the receptive field after one more layer.
    ///
    /// @throws ArithmeticException if size or jump do not fit a `long`
    public ReceptiveField then(String name, Window window) {
        long reach = window.effectiveKernel() - 1;
        long newSize = Math.addExact(size(), Math.multiplyExact(reach, jump()));
        long newJump = Math.multiplyExact(jump(), window.stride());
        double newCentre = centre() + (reach / 2.0 - window.padding()) * jump();
        List<Layer> longer = new ArrayList<>(layers);
        longer.add(new Layer(name, window, newSize, newJump, newCentre));
        return new ReceptiveField(longer);
    }

    /// Returns how many input cells an output cell sees.
    public long size() {
        return layers.isEmpty() ? 1 : layers.getLast().size();
    }

    /// Returns how many input cells lie between two neighbouring output cells.
    public long jump() {
        return layers.isEmpty() ? 1 : layers.getLast().jump();
    }

    /// Returns the position of the centre of output cell 0 in the input; 0 is the middle of cell 0.
    public double centre() {
        return layers.isEmpty() ? 0 : layers.getLast().centre();
    }

    /// Returns the input cells that output cell `out` spans. With dilation or a stride above the kernel some cells in between are not read.
    ///
    /// @throws IllegalArgumentException unless `out >= 0`
    public Cells inputCells(int out) {
        Checks.atLeast(0, "ReceptiveField", "output cell", out);
        long first = out;
        long last = out;
        for (Layer layer : layers.reversed()) {
            Window window = layer.window();
            first = Math.multiplyExact(first, window.stride()) - window.padding();
            last = Math.multiplyExact(last, window.stride()) - window.padding() + window.effectiveKernel() - 1;
        }
        return new Cells(first, last);
    }
}
