package upsampling.op;

import upsampling.tensor.Border;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;

/// Adds cells around every plane: zeros, or copies of cells that the border rule names. A negative number of cells crops.
///
/// ```
/// y[n,c,i,j] = x[n, c, border(i - top), border(j - left)]        0 where a ZERO border has no cell
/// backward    gradInput[n,c,h,w] = sum of gradOutput over all copies of x[n,c,h,w]
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, H + top + bottom, W + left + right]`.
///
/// The rules are PyTorch's: a mirrored padding is smaller than the axis, a circular one at most as large; a repeated or a zero one has no limit.
/// PyTorch's `F.pad` lists the sides in another order, `(left, right, top, bottom)`. On an axis that it crops at one end and pads in a circle at the other,
/// PyTorch repeats what the crop has left; here it is the picture, as with every border. A crop of more cells than the axis has, which PyTorch refuses
/// in a circle and with zeros, is allowed if the other end adds enough. Zeros darken the border of whatever is filtered next; repeated or
/// mirrored cells do not. Cost: one copy per cell.
///
/// Notebook: `06-repairs.ipynb`. {@link Crop} is its counterpart; the plain twin is {@link #reference()}.
///
/// @param top rows added above; removed if negative
/// @param bottom rows added below; removed if negative
/// @param left columns added on the left; removed if negative
/// @param right columns added on the right; removed if negative
/// @param border what is added
public record Pad(int top, int bottom, int left, int right, Border border) implements FixedOperator {
    private static final String NAME = "Pad";

    /// Returns a padding with zeros, equally wide on all sides.
    public static Pad of(int cells) {
        return of(cells, cells, cells, cells);
    }

    /// Returns a padding with zeros.
    public static Pad of(int top, int bottom, int left, int right) {
        return new Pad(top, bottom, left, right, Border.ZERO);
    }

    /// Returns this padding with another border rule.
    public Pad withBorder(Border newBorder) {
        return new Pad(top, bottom, left, right, newBorder);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, H + top + bottom, W + left + right]`.
    ///
    /// @throws IllegalArgumentException unless a cell is left on both axes, and the axes are long enough for the border rule
    /// @throws ArithmeticException if a size does not fit an `int`
    @Override
    public Shape outputShape(Shape in) {
        return outputShape(NAME, in);
    }

    Shape outputShape(String who, Shape in) {
        border.check(who, "top", top, "height", in.h());
        border.check(who, "bottom", bottom, "height", in.h());
        border.check(who, "left", left, "width", in.w());
        border.check(who, "right", right, "width", in.w());
        return in.withSize(size(who, "height", in.h(), "top", top, "bottom", bottom), size(who, "width", in.w(), "left", left, "right", right));
    }

    private static int size(String who, String axis, int in, String first, int before, String second, int after) {
        long out = (long) in + before + after;
        if (out < 1) {
            throw new IllegalArgumentException("%s: output %s would be %d = %d + %d + %d (in=%d, %s=%d, %s=%d); %s + %s >= %d would fit".formatted(
                    who, axis, out, in, before, after, in, first, before, second, after, first, second, 1 - in));
        }
        if (out > Integer.MAX_VALUE) throw Checks.tooLarge(who, "output " + axis, out, "%d + %d + %d".formatted(in, before, after));
        return (int) out;
    }

    /// Returns this padding for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    @Override
    public LinearOperator on(Shape inputShape) {
        return on(NAME, inputShape);
    }

    /// The same for an operator that pads, which is named in messages.
    LinearOperator on(String who, Shape inputShape) {
        Shape out = outputShape(who, inputShape);
        return new Separable(who, inputShape, out, Taps.filter(inputShape.h(), out.h(), 1, top, border, 1),
                Taps.filter(inputShape.w(), out.w(), 1, left, border, 1), reference().on(inputShape));
    }

    /// Returns the same padding as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link Pad}.
    ///
    /// @param pad the parameters
    public record Reference(Pad pad) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return pad.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int c, int i, int j) {
            int h = cell(pad.border, i - pad.top, in.h());
            int w = cell(pad.border, j - pad.left, in.w());
            return h < 0 || w < 0 ? -1 : in.index(n, c, h, w);
        }

        /// Walks back into the axis, where {@link Border#cell} computes the place at once; -1 for a zero.
        static int cell(Border border, int position, int size) {
            int at = position;
            while (at < 0 || at >= size) {
                at = switch (border) {
                    case ZERO -> -1;
                    case REPLICATE -> at < 0 ? at + 1 : at - 1;
                    case REFLECT -> at < 0 ? -at : 2 * (size - 1) - at;
                    case CIRCULAR -> at < 0 ? at + size : at - size;
                };
                if (border == Border.ZERO) return at;
            }
            return at;
        }
    }
}
