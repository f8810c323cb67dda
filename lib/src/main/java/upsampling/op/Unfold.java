package upsampling.op;

import upsampling.backend.MatrixView;
import upsampling.tensor.Checks;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Writes what every window of a picture sees into the columns of a matrix: `im2col`.
///
/// ```
/// y[n, 0, (c*kH + kh)*kW + kw, oh*Wo + ow] = x[n, c, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW]      0 in the padding
/// backward    gradInput[n,c,h,w] += gradOutput at each place that x[n,c,h,w] was copied to:  Fold
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, 1, C*kH*kW, L]` with `L = Ho*Wo` windows in row-major order, `Ho` and `Wo` as in {@link Conv2d}. PyTorch's
/// `unfold` gives `[N, C*kH*kW, L]`; a tensor here has four axes, and the second one is 1.
///
/// With it a convolution is one product of matrices, `weight as [Cout, C*kH*kW] times columns`, and a transposed convolution is that product the
/// other way round, `fold(weight^T x)`. Cost: a cell is copied once for each window that sees it, up to `kH*kW/(sH*sW)` times the memory.
///
/// Source: Chellapilla, Puri and Simard, "High performance convolutional neural networks for document processing", 2006. Notebook:
/// `03-matrix.ipynb`. The plain twin is {@link #reference()}.
///
/// @param height window along the rows
/// @param width window along the columns
public record Unfold(Window height, Window width) implements FixedOperator {
    private static final String NAME = "Unfold";

    /// Returns the operator for a square dense kernel with stride 1, no padding.
    public static Unfold of(int kernel) {
        return of(Window.of(kernel));
    }

    /// Returns the operator with the given window on both axes.
    public static Unfold of(Window window) {
        return of(window, window);
    }

    /// Returns the operator with one window per axis.
    public static Unfold of(Window height, Window width) {
        return new Unfold(height, width);
    }

    /// Returns this operator with one stride for both axes.
    public Unfold withStride(int stride) {
        return new Unfold(height.withStride(stride), width.withStride(stride));
    }

    /// Returns this operator with one padding for both axes, in cells per side.
    public Unfold withPadding(int padding) {
        return new Unfold(height.withPadding(padding), width.withPadding(padding));
    }

    /// Returns this operator with one dilation for both axes.
    public Unfold withDilation(int dilation) {
        return new Unfold(height.withDilation(dilation), width.withDilation(dilation));
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the number of taps of a window, `kH*kW`.
    int taps() {
        return geometry().taps();
    }

    private Geometry geometry() {
        return new Geometry(height, width, 1);
    }

    /// Returns the shape of the result, `[N, 1, C*kH*kW, Ho*Wo]`.
    ///
    /// @throws IllegalArgumentException unless the window fits the picture
    /// @throws ArithmeticException if a size does not fit an `int`
    @Override
    public Shape outputShape(Shape in) {
        return outputShape(NAME, in);
    }

    Shape outputShape(String who, Shape in) {
        int rows = height.outputSize(who, "height", in.h(), false);
        int columns = width.outputSize(who, "width", in.w(), false);
        return Shape.of(in.n(), 1, Checks.product(who, "number of rows", in.c(), taps()), Checks.product(who, "number of windows", rows, columns));
    }

    /// Returns this operator for one input shape, as a linear map whose adjoint is {@link Fold}.
    ///
    /// @throws IllegalArgumentException unless the window fits the picture
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(NAME, inputShape, out, x -> unfolded(x, out), y -> folded(y, inputShape), reference().on(inputShape));
    }

    Tensor unfolded(Tensor x, Shape out) {
        Tensor columns = x.backend().empty(out);
        for (int n = 0; n < out.n(); n++) x.backend().im2col(x, n, geometry(), windowsPerRow(x.shape()), matrix(columns, n));
        return columns;
    }

    Tensor folded(Tensor columns, Shape picture) {
        Tensor x = columns.backend().empty(picture);
        for (int n = 0; n < picture.n(); n++) columns.backend().col2im(matrix(columns, n), geometry(), windowsPerRow(picture), x, n);
        return x;
    }

    private static MatrixView matrix(Tensor columns, int n) {
        Shape shape = columns.shape();
        return MatrixView.of(columns, n * shape.planeSize(), shape.h(), shape.w());
    }

    private int windowsPerRow(Shape picture) {
        return width.outputSize(picture.w());
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link Unfold}.
    ///
    /// @param unfold the parameters
    public record Reference(Unfold unfold) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return unfold.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int zero, int row, int column) {
            int kernelWidth = unfold.width.kernel();
            int perRow = unfold.width.outputSize(in.w());
            int kh = row / kernelWidth % unfold.height.kernel();
            int kw = row % kernelWidth;
            int h = column / perRow * unfold.height.stride() - unfold.height.padding() + kh * unfold.height.dilation();
            int w = column % perRow * unfold.width.stride() - unfold.width.padding() + kw * unfold.width.dilation();
            boolean isPadding = h < 0 || h >= in.h() || w < 0 || w >= in.w();
            return isPadding ? -1 : in.index(n, row / unfold.taps(), h, w);
        }
    }
}
