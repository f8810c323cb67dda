package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// Puts windows back onto a picture and adds up where they overlap: `col2im`, the adjoint of {@link Unfold}.
///
/// ```
/// y[n, c, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW] += x[n, 0, (c*kH + kh)*kW + kw, oh*Wo + ow]      dropped in the padding
/// backward    gradInput = unfold(gradOutput)
/// ```
/// Shapes: `x [N, 1, C*kH*kW, L]` -> `y [N, C, H, W]`, the wanted size, on which the windows must have `L` positions.
///
/// It adds up and does not average: `fold(unfold(x))` is `x` times the number of windows that see each cell, and `fold` of ones *is* that
/// number, the overlap count. Cost: one addition per entry of `x`.
///
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 4. Notebook: `04-transposed.ipynb`. The plain
/// twin is {@link #reference()}.
///
/// @param unfold the windows
/// @param height rows of the picture, >= 1
/// @param width columns of the picture, >= 1
public record Fold(Unfold unfold, int height, int width) implements FixedOperator {
    private static final String NAME = "Fold";

    /// @throws IllegalArgumentException unless both sizes are >= 1
    public Fold {
        Checks.atLeast(1, NAME, "height", height);
        Checks.atLeast(1, NAME, "width", width);
    }

    /// Returns the operator that puts the windows of `unfold` onto a picture of the given size.
    public static Fold of(Unfold unfold, int height, int width) {
        return new Fold(unfold, height, width);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, height, width]`.
    ///
    /// @throws IllegalArgumentException unless there is one channel, `kH*kW` divides the rows, and there is a column for each window
    @Override
    public Shape outputShape(Shape in) {
        if (in.c() != 1) {
            throw new IllegalArgumentException("%s: columns must be [N, 1, C*kH*kW, L], with 1 on the second axis, but were %s".formatted(NAME, in));
        }
        if (in.h() % unfold.taps() != 0) {
            throw new IllegalArgumentException("%s: columns %s have %d rows, which kH*kW = %d*%d does not divide".formatted(
                    NAME, in, in.h(), unfold.height().kernel(), unfold.width().kernel()));
        }
        Shape picture = Shape.of(in.n(), in.h() / unfold.taps(), height, width);
        Shape columns = unfold.outputShape(NAME, picture);
        if (!columns.equals(in)) {
            throw new IllegalArgumentException("%s: %d windows (%s) fit on %dx%d cells, but columns %s hold %d".formatted(
                    NAME, columns.w(), describe(), height, width, in, in.w()));
        }
        return picture;
    }

    private String describe() {
        return unfold.height().equals(unfold.width()) ? unfold.height().toString() : unfold.height() + " x " + unfold.width();
    }

    /// Returns this operator for one input shape, as a linear map whose adjoint is {@link Unfold}.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(NAME, inputShape, out, x -> unfold.folded(x, out), y -> unfold.unfolded(y, inputShape), reference().on(inputShape));
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Fold}: those of {@link Unfold}, read backwards.
    ///
    /// @param fold the parameters
    public record Reference(Fold fold) implements FixedOperator.Reference {
        @Override
        public DoubleTensor forward(DoubleTensor x) {
            return fold.unfold.reference().backward(x, fold.outputShape(x.shape()));
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            return fold.unfold.reference().forward(gradOutput);
        }
    }
}
