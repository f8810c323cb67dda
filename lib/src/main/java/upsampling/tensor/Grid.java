package upsampling.tensor;

/// Where the cells of a resized axis lie on the axis they are taken from.
///
/// ```
/// HALF_PIXEL   source(o) = (o + 1/2)*ratio - 1/2      ratio = in/out, or 1/scale if a scale was given
/// CORNERS      source(o) = o*ratio                    ratio = (in-1)/(out-1), and 0 for out = 1
/// ```
/// A coordinate counts cells: 0 is the centre of the first cell of the input, `in-1` that of the last. With half pixels the first and last
/// sources of an enlargement lie outside that range.
///
/// When a scale is given, `out = floor(in*scale)`, and the ratio is `1/scale`, not `in/out`: the two differ when `in*scale` is not a whole
/// number, and the outputs then end before the input does. This is PyTorch's rule (`recompute_scale_factor` not set). With
/// `recompute_scale_factor=True` PyTorch takes `in/out`: that is {@link #ofSize} with the same size. Corners never look at the scale.
///
/// Notebook: `02-interpolation.ipynb`.
///
/// @param in cells of the input axis, >= 1
/// @param out cells of the output axis, >= 1
/// @param alignment which points of the two axes meet
/// @param scale the given scale, finite and > 0, or 0 if a size was given
public record Grid(int in, int out, Alignment alignment, double scale) {

    /// @throws IllegalArgumentException unless both sizes are >= 1, and `scale` is 0, or finite and positive
    public Grid {
        Checks.atLeast(1, "Grid", "in", in);
        Checks.atLeast(1, "Grid", "out", out);
        if (scale != 0) Checks.above(0, "Grid", "scale", scale);
    }

    /// Returns the grid of a resize to `out` cells, with half pixels.
    public static Grid ofSize(int in, int out) {
        return new Grid(in, out, Alignment.HALF_PIXEL, 0);
    }

    /// Returns the grid of a resize to `floor(in*scale)` cells, with half pixels and the ratio `1/scale`.
    ///
    /// @throws IllegalArgumentException unless `scale` is finite and positive, and at least one cell is left
    public static Grid ofScale(int in, double scale) {
        return new Grid(in, scaledSize("Grid", "size", in, scale), Alignment.HALF_PIXEL, scale);
    }

    /// Returns `floor(in*scale)`, computed in double as PyTorch does, for an operator that is named in the message.
    ///
    /// @param who the operator, such as `Resize`
    /// @param axis what is computed: `height`, `width` or `size`
    /// @throws IllegalArgumentException unless `in >= 1`, `scale` is finite and positive, and at least one cell is left
    /// @throws ArithmeticException if the size does not fit an `int`
    public static int scaledSize(String who, String axis, int in, double scale) {
        Checks.atLeast(1, who, "input " + axis, in);
        Checks.above(0, who, "scale", scale);
        double size = Math.floor(in * scale);
        if (size < 1) {
            double least = 1.0 / in;
            while (in * least < 1) least = Math.nextUp(least); // 49 * (1.0/49) is 0.9999999999999999
            throw new IllegalArgumentException("%s: output %s would be 0 = floor(%d * %s); a scale >= %s would fit".formatted(
                    who, axis, in, scale, least));
        }
        if (size > Integer.MAX_VALUE) throw new ArithmeticException("%s: output %s %d * %s does not fit an int".formatted(who, axis, in, scale));
        return (int) size;
    }

    /// Returns this grid with another alignment.
    public Grid withAlignment(Alignment newAlignment) {
        return new Grid(in, out, newAlignment, scale);
    }

    /// Returns the distance between two neighbouring outputs, in input cells.
    public double ratio() {
        return switch (alignment) {
            case HALF_PIXEL -> scale == 0 ? (double) in / out : 1 / scale;
            case CORNERS -> out == 1 ? 0 : (in - 1.0) / (out - 1);
        };
    }

    /// Returns the place of output `o` on the input axis, in cells.
    public double source(int o) {
        return switch (alignment) {
            case HALF_PIXEL -> (o + 0.5) * ratio() - 0.5;
            case CORNERS -> o * ratio();
        };
    }

    /// Returns the place that linear interpolation reads: `source(o)`, but at least 0, the first centre. When `out` is `in`, it is `o`: PyTorch
    /// then copies, whatever scale was given (1.1 leaves 5 cells at 5).
    public double linearSource(int o) {
        return out == in ? o : Math.max(0, source(o));
    }

    /// Returns the cell that `nearest` copies: `floor(o*ratio)`, at most `in-1`. Half pixels are not asked for: cells are intervals, and the
    /// left edge of output `o` decides.
    ///
    /// The product is rounded to float32, as in PyTorch: for 26 -> 22, `o = 11`, that gives 12 and not 13. When `out` is `in` or `2*in`,
    /// PyTorch copies by whole numbers, `o` or `floor(o/2)`, whatever scale was given.
    public int nearest(int o) {
        if (out == in) return o;
        if (out == 2L * in) return o / 2;
        return Math.min((int) Math.floor(o * floatRatio()), in - 1);
    }

    /// Returns the cell that `nearest-exact` copies: `floor((o + 1/2)*ratio)`, at most `in-1`, the cell with the nearest centre. Rounded to
    /// float32 as in PyTorch.
    public int nearestExact(int o) {
        return Math.min((int) Math.floor((o + 0.5f) * floatRatio()), in - 1);
    }

    private float floatRatio() {
        return scale == 0 ? (float) in / out : (float) (1 / scale);
    }
}
