package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;

/// Cuts the same box of cells out of every plane.
///
/// ```
/// y[n,c,i,j] = x[n, c, top + i, left + j]
/// backward    gradInput = gradOutput in the box, 0 around it: zero padding is the adjoint
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, height, width]`.
///
/// Use it to compare pictures away from their borders, or to make a skip connection fit (U-Net, see {@link MatchToSize}). Cost: one copy per cell.
///
/// Notebook: `11-unet.ipynb`. The counterpart is {@link Pad}; the plain twin is {@link #reference()}.
///
/// @param top first row of the box, >= 0
/// @param left first column of the box, >= 0
/// @param height rows of the box, >= 1
/// @param width columns of the box, >= 1
public record Crop(int top, int left, int height, int width) implements FixedOperator {
    private static final String NAME = "Crop";

    /// @throws IllegalArgumentException unless `top, left >= 0` and `height, width >= 1`
    public Crop {
        Checks.atLeast(0, NAME, "top", top);
        Checks.atLeast(0, NAME, "left", left);
        Checks.atLeast(1, NAME, "height", height);
        Checks.atLeast(1, NAME, "width", width);
    }

    /// Returns the operator that cuts out `height x width` cells, beginning at row `top` and column `left`.
    public static Crop of(int top, int left, int height, int width) {
        return new Crop(top, left, height, width);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, height, width]`.
    ///
    /// @throws IllegalArgumentException unless the box lies inside the picture
    @Override
    public Shape outputShape(Shape in) {
        inside("top", top, "height", height, in.h(), in);
        inside("left", left, "width", width, in.w(), in);
        return in.withSize(height, width);
    }

    private static void inside(String first, int start, String axis, int size, int in, Shape x) {
        if ((long) start + size > in) {
            throw new IllegalArgumentException("%s: %s + %s must be at most the %s of x %s, %d, but was %d + %d = %d; %s".formatted(
                    NAME, first, axis, axis, x, in, start, size, (long) start + size,
                    start < in ? "%s <= %d would fit".formatted(axis, in - start) : "%s <= %d would fit with %s 1".formatted(first, in - 1, axis)));
        }
    }

    /// Returns this crop for one input shape, as a linear map whose adjoint is zero padding.
    ///
    /// @throws IllegalArgumentException unless the box lies inside the picture
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        LinearOperator padding = Pad.of(-top, top + out.h() - inputShape.h(), -left, left + out.w() - inputShape.w()).on(NAME, inputShape);
        return new FunctionalOperator(NAME, inputShape, out, padding::apply, padding::adjoint, reference().on(inputShape));
    }

    /// Returns the same crop as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link Crop}.
    ///
    /// @param crop the parameters
    public record Reference(Crop crop) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return crop.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int c, int i, int j) {
            return in.index(n, c, crop.top + i, crop.left + j);
        }
    }
}
