package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;

/// Brings every plane to a wanted size without resampling: a longer axis is cropped around its centre, a shorter one padded with zeros.
///
/// ```
/// y[n,c,i,j] = x[n, c, i - top, j - left]        0 where x has no such cell
/// top = trunc((height - H)/2), left = trunc((width - W)/2)        negative: cells that are cut off
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, height, width]`. If the difference is odd, the extra row or column goes to the bottom or the right, for
/// padding and cropping alike. So cropping undoes padding, and each is the adjoint of the other.
///
/// Use it where a skip connection meets a decoder whose sizes differ by the rounding of a stride: the U-Net crops, later versions pad.
/// Cost: one copy per cell.
///
/// Source: Ronneberger, Fischer and Brox, "U-Net: convolutional networks for biomedical image segmentation", 2015, figure 1 ("copy and crop").
/// Notebook: `11-unet.ipynb`. The plain twin is {@link #reference()}.
///
/// @param height wanted rows, >= 1
/// @param width wanted columns, >= 1
public record MatchToSize(int height, int width) implements FixedOperator {
    private static final String NAME = "MatchToSize";

    /// @throws IllegalArgumentException unless both sizes are >= 1
    public MatchToSize {
        Checks.atLeast(1, NAME, "height", height);
        Checks.atLeast(1, NAME, "width", width);
    }

    /// Returns the operator that brings planes to `height x width` cells.
    public static MatchToSize of(int height, int width) {
        return new MatchToSize(height, width);
    }

    /// Returns the operator that brings planes to the size of another tensor.
    public static MatchToSize of(Shape other) {
        return of(other.h(), other.w());
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, height, width]`.
    @Override
    public Shape outputShape(Shape in) {
        return in.withSize(height, width);
    }

    /// Returns this operator for one input shape, as a linear map whose adjoint brings planes back to that shape.
    @Override
    public LinearOperator on(Shape inputShape) {
        int top = before(height, inputShape.h());
        int left = before(width, inputShape.w());
        LinearOperator pad = Pad.of(top, height - inputShape.h() - top, left, width - inputShape.w() - left).on(NAME, inputShape);
        return new FunctionalOperator(NAME, inputShape, outputShape(inputShape), pad::apply, pad::adjoint, reference().on(inputShape));
    }

    private static int before(int wanted, int in) {
        return (wanted - in) / 2; // Java's / rounds towards 0: the smaller half in front, for both signs
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link MatchToSize}.
    ///
    /// @param match the parameters
    public record Reference(MatchToSize match) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return match.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int c, int i, int j) {
            int h = in.h() >= out.h() ? i + (in.h() - out.h()) / 2 : i - (out.h() - in.h()) / 2;
            int w = in.w() >= out.w() ? j + (in.w() - out.w()) / 2 : j - (out.w() - in.w()) / 2;
            return h < 0 || h >= in.h() || w < 0 || w >= in.w() ? -1 : in.index(n, c, h, w);
        }
    }
}
