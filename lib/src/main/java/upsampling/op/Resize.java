package upsampling.op;

import java.util.OptionalDouble;
import upsampling.tensor.Alignment;
import upsampling.tensor.Checks;
import upsampling.tensor.Grid;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Kernels;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;

/// Resizes every plane by a fixed rule, with nothing to learn: PyTorch's `interpolate`.
///
/// ```
/// y[n,c,i,j] = sum over p, q of k(srcH(i) - p) * k(srcW(j) - q) * x[n,c,p,q]        x is repeated beyond its border
/// backward     gradInput[n,c,h,w] += (weight of x[n,c,h,w] in y[n,c,i,j]) * gradOutput[n,c,i,j]
/// ```
/// The curve `k` is the triangle (bilinear) or the cubic, see {@link Kernels}; `src` says where an output lies in the input, see
/// {@link Grid}. Nearest copies one cell; area averages the cells under an output, as {@link AdaptiveAvgPool2d} does. The gradient is the
/// transposed matrix, never a resize of the gradient: where an input is used by many outputs, gradients add up.
///
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]`, the wanted size, or `Ho = floor(H*scaleHeight)`. **A size or a scale?** With a size the
/// ratio of the coordinates is `H/Ho`; with a scale it is `1/scaleHeight`, which differs if `H*scaleHeight` is not whole. Area always takes
/// the size.
///
/// Shrinking with bilinear or bicubic skips cells: what is finer than the new grid aliases. {@link #withAntialias} widens the curve.
/// Bicubic overshoots at edges, beyond the range of its input: clip what must stay in a range.
///
/// These are PyTorch's rules and defaults; its name for `HALF_PIXEL` is `align_corners=False`. ONNX `Resize` rounds `nearest` differently
/// (half-pixel, round_prefer_floor). TensorFlow 2: `nearest` is `NEAREST_EXACT`, bicubic has `a = -0.5` and drops cells outside.
///
/// Source: Keys, "Cubic convolution interpolation for digital image processing", 1981 (bicubic). Notebook: `02-interpolation.ipynb`. Cost:
/// 1, 2 + 2 or 4 + 4 multiplications per output (nearest, bilinear, bicubic). The plain twin is {@link #reference()}.
///
/// @param interpolation the rule
/// @param alignment which points of the two grids meet; corners for bilinear and bicubic only
/// @param antialias whether a reduction smooths first; for bilinear and bicubic with half pixels only
/// @param a of the cubic; if empty, PyTorch's: -0.75, and -0.5 with antialias
/// @param height wanted rows; 0 if a scale is given
/// @param width wanted columns; 0 if a scale is given
/// @param scaleHeight output rows per input row; 0 if a size is given
/// @param scaleWidth output columns per input column; 0 if a size is given
public record Resize(Interpolation interpolation, Alignment alignment, boolean antialias, OptionalDouble a,
                     int height, int width, double scaleHeight, double scaleWidth) implements FixedOperator {
    private static final String NAME = "Resize";

    /// @throws IllegalArgumentException unless sizes and scales are positive (or 0: not given), a size or a scale is given for both axes or for
    ///     none, not both a size and a scale are given, and the rule knows the options
    public Resize {
        Checks.atLeast(0, NAME, "height", height);
        Checks.atLeast(0, NAME, "width", width);
        if (scaleHeight != 0) Checks.above(0, NAME, "scaleHeight", scaleHeight);
        if (scaleWidth != 0) Checks.above(0, NAME, "scaleWidth", scaleWidth);
        boolean hasSize = height != 0 || width != 0;
        boolean hasScale = scaleHeight != 0 || scaleWidth != 0;
        boolean isHalf = hasSize && (height == 0 || width == 0) || hasScale && (scaleHeight == 0 || scaleWidth == 0);
        if (isHalf || hasSize && hasScale) {
            throw new IllegalArgumentException(("%s: give a size for both axes or a scale for both axes, and 0 for the others, "
                    + "but height=%d, width=%d, scaleHeight=%s, scaleWidth=%s").formatted(NAME, height, width, scaleHeight, scaleWidth));
        }
        boolean isCurve = interpolation == Interpolation.BILINEAR || interpolation == Interpolation.BICUBIC;
        if (alignment == Alignment.CORNERS && !isCurve) throw new IllegalArgumentException(onlyCurves("alignment CORNERS", interpolation));
        if (antialias && !isCurve) throw new IllegalArgumentException(onlyCurves("antialias", interpolation));
        if (antialias && alignment == Alignment.CORNERS) {
            throw new IllegalArgumentException(
                    NAME + ": antialias needs alignment HALF_PIXEL, but was CORNERS; PyTorch and ONNX disagree on that pair");
        }
        if (a.isPresent()) {
            Checks.finite(NAME, "a", a.getAsDouble());
            if (interpolation != Interpolation.BICUBIC) {
                throw new IllegalArgumentException("%s: a needs BICUBIC, but the interpolation is %s".formatted(NAME, interpolation));
            }
        }
    }

    private static String onlyCurves(String option, Interpolation interpolation) {
        return "%s: %s needs BILINEAR or BICUBIC, but the interpolation is %s".formatted(NAME, option, interpolation);
    }

    /// Returns a resize that copies the cell at `floor(o*in/out)`; still without a size. PyTorch's default mode.
    public static Resize nearest() {
        return of(Interpolation.NEAREST);
    }

    /// Returns a resize that copies the cell with the nearest centre; still without a size.
    public static Resize nearestExact() {
        return of(Interpolation.NEAREST_EXACT);
    }

    /// Returns a bilinear resize; still without a size.
    public static Resize bilinear() {
        return of(Interpolation.BILINEAR);
    }

    /// Returns a bicubic resize with PyTorch's `a`; still without a size.
    public static Resize bicubic() {
        return of(Interpolation.BICUBIC);
    }

    /// Returns a bicubic resize with another `a`, such as -0.5 of Keys; still without a size.
    ///
    /// @throws IllegalArgumentException unless `a` is finite
    public static Resize bicubic(double a) {
        return new Resize(Interpolation.BICUBIC, Alignment.HALF_PIXEL, false, OptionalDouble.of(a), 0, 0, 0, 0);
    }

    /// Returns a resize to means of cells; still without a size.
    public static Resize area() {
        return of(Interpolation.AREA);
    }

    /// Returns a resize with the given rule and half pixels; still without a size.
    public static Resize of(Interpolation interpolation) {
        return new Resize(interpolation, Alignment.HALF_PIXEL, false, OptionalDouble.empty(), 0, 0, 0, 0);
    }

    /// Returns this resize with a wanted size.
    ///
    /// @throws IllegalArgumentException unless both are >= 1
    public Resize toSize(int newHeight, int newWidth) {
        Checks.atLeast(1, NAME, "height", newHeight);
        Checks.atLeast(1, NAME, "width", newWidth);
        return new Resize(interpolation, alignment, antialias, a, newHeight, newWidth, 0, 0);
    }

    /// Returns this resize with one scale for both axes; 2 doubles height and width.
    ///
    /// @throws IllegalArgumentException unless the scale is finite and positive
    public Resize withScale(double scale) {
        return withScale(scale, scale);
    }

    /// Returns this resize with a scale per axis.
    ///
    /// @throws IllegalArgumentException unless both are finite and positive
    public Resize withScale(double newScaleHeight, double newScaleWidth) {
        Checks.above(0, NAME, "scaleHeight", newScaleHeight);
        Checks.above(0, NAME, "scaleWidth", newScaleWidth);
        return new Resize(interpolation, alignment, antialias, a, 0, 0, newScaleHeight, newScaleWidth);
    }

    /// Returns this resize with another alignment.
    ///
    /// @throws IllegalArgumentException if it is `CORNERS`, and the rule is not bilinear or bicubic, or antialias is on
    public Resize withAlignment(Alignment newAlignment) {
        return new Resize(interpolation, newAlignment, antialias, a, height, width, scaleHeight, scaleWidth);
    }

    /// Returns this resize with or without a low-pass for reductions.
    ///
    /// @throws IllegalArgumentException if it is on, and the rule is not bilinear or bicubic, or the alignment is `CORNERS`
    public Resize withAntialias(boolean newAntialias) {
        return new Resize(interpolation, alignment, newAntialias, a, height, width, scaleHeight, scaleWidth);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless a size or a scale was given, and the scale leaves at least one cell
    @Override
    public Shape outputShape(Shape in) {
        return in.withSize(rowGrid(in.h()).out(), columnGrid(in.w()).out());
    }

    /// Returns the taps along the height for an input of `in` rows: the whole operator on one axis.
    public Taps rows(int in) {
        return taps(rowGrid(in));
    }

    /// Returns the taps along the width for an input of `in` columns.
    public Taps columns(int in) {
        return taps(columnGrid(in));
    }

    Grid rowGrid(int in) {
        return grid("height", in, height, scaleHeight);
    }

    Grid columnGrid(int in) {
        return grid("width", in, width, scaleWidth);
    }

    private Grid grid(String axis, int in, int size, double scale) {
        if (size == 0 && scale == 0) {
            throw new IllegalArgumentException(NAME + ": neither a size nor a scale was given; add .toSize(height, width) or .withScale(2)");
        }
        int out = size != 0 ? size : Grid.scaledSize(NAME, axis, in, scale);
        return new Grid(in, out, alignment, scale);
    }

    private Taps taps(Grid grid) {
        return switch (interpolation) {
            case NEAREST -> Taps.nearest(grid);
            case NEAREST_EXACT -> Taps.nearestExact(grid);
            case BILINEAR -> antialias ? Taps.linearAntialias(grid) : Taps.linear(grid);
            case BICUBIC -> antialias ? Taps.cubicAntialias(grid, cubicA()) : Taps.cubic(grid, cubicA());
            case AREA -> Taps.area(grid.in(), grid.out());
        };
    }

    double cubicA() {
        return a.orElse(antialias ? Kernels.KEYS_CUBIC : Kernels.PYTORCH_CUBIC);
    }

    /// Returns this resize for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        if (interpolation == Interpolation.AREA) return AdaptiveAvgPool2d.of(out.h(), out.w()).on(NAME, inputShape);
        return new Separable(NAME, inputShape, out, rows(inputShape.h()), columns(inputShape.w()), reference().on(inputShape));
    }

    /// Returns the same resize as plain loops in double.
    @Override
    public ResizeReference reference() {
        return new ResizeReference(this);
    }
}
