package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Window;

/// Zero insertion: pulls the cells of every plane apart and fills the gaps with zeros, the first half of every learned upsampling.
///
/// ```
/// y[n,c, sH*h, sW*w] = x[n,c,h,w], every other cell of y is 0
/// backward   gradInput[n,c,h,w] = gradOutput[n,c, sH*h, sW*w]        every s-th cell: subsampling is the adjoint
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]` with `Ho = sH*(H-1) + 1`: `sH - 1` zeros *between* two neighbours, none at the ends. A
/// larger size appends zeros at the end, up to `sH*H`; those are the sizes from which subsampling gives back `H` cells.
///
/// A convolution after it is a transposed convolution. On its own it leaves a grid of dots: the spectrum of the picture, `s` times along
/// each axis. Cost: no arithmetic; a convolution of the result spends `1 - 1/(sH*sW)` of its multiplications on zeros.
///
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, section 4.5. Notebook: `04-transposed.ipynb`.
/// The plain twin is {@link #reference()}.
///
/// @param strideHeight distance of neighbouring rows in the result, >= 1
/// @param strideWidth distance of neighbouring columns in the result, >= 1
/// @param height wanted rows; 0 for the smallest size
/// @param width wanted columns; 0 for the smallest size
public record ZeroInsertion(int strideHeight, int strideWidth, int height, int width) implements FixedOperator {
    private static final String NAME = "ZeroInsertion";

    /// @throws IllegalArgumentException unless both strides are >= 1 and both sizes >= 0
    public ZeroInsertion {
        Checks.atLeast(1, NAME, "strideHeight", strideHeight);
        Checks.atLeast(1, NAME, "strideWidth", strideWidth);
        Checks.atLeast(0, NAME, "height", height);
        Checks.atLeast(0, NAME, "width", width);
    }

    /// Returns a zero insertion with one stride for both axes; 2 puts one zero between two neighbours.
    public static ZeroInsertion of(int stride) {
        return of(stride, stride);
    }

    /// Returns a zero insertion with a stride per axis.
    public static ZeroInsertion of(int strideHeight, int strideWidth) {
        return new ZeroInsertion(strideHeight, strideWidth, 0, 0);
    }

    /// Returns this zero insertion with a wanted size; more than the smallest appends zeros at the end.
    ///
    /// @throws IllegalArgumentException unless both are >= 1
    public ZeroInsertion withOutputSize(int newHeight, int newWidth) {
        Checks.atLeast(1, NAME, "height", newHeight);
        Checks.atLeast(1, NAME, "width", newWidth);
        return new ZeroInsertion(strideHeight, strideWidth, newHeight, newWidth);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless a wanted size lies in `s*(n-1) + 1 .. s*n`
    /// @throws ArithmeticException if a size does not fit an `int`
    @Override
    public Shape outputShape(Shape in) {
        return in.withSize(size("height", in.h(), strideHeight, height), size("width", in.w(), strideWidth, width));
    }

    private static int size(String axis, int in, int stride, int wanted) {
        int least = Window.of(1).withStride(stride).transposedOutputSize(NAME, axis, in);
        if (wanted == 0) return least;
        long most = least + stride - 1L;
        if (wanted < least || wanted > most) {
            throw new IllegalArgumentException("%s: %s must be in %d..%d = %d*(%d-1)+1 .. %d*%d (stride=%d, in=%d), but was %d".formatted(
                    NAME, axis, least, most, stride, in, stride, in, stride, in, wanted));
        }
        return wanted;
    }

    /// Returns this zero insertion for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the wanted size is allowed, see {@link #outputShape}
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new Separable(NAME, inputShape, out, Taps.zeroInsertion(inputShape.h(), strideHeight, out.h()),
                Taps.zeroInsertion(inputShape.w(), strideWidth, out.w()), reference().on(inputShape));
    }

    /// Returns the same zero insertion as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link ZeroInsertion}, loop for loop.
    ///
    /// @param insertion the parameters
    public record Reference(ZeroInsertion insertion) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(insertion.outputShape(x.shape()));
            for (int i = 0; i < x.data().length; i++) y.data()[target(x.shape(), y.shape(), i)] = x.data()[i];
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            for (int i = 0; i < in.size(); i++) gradInput.data()[i] = gradOutput.data()[target(in, gradOutput.shape(), i)];
            return gradInput;
        }

        /// Where element `i` of the input goes.
        private int target(Shape in, Shape out, int i) {
            if (i % in.w() == 0) Interrupts.check();
            int plane = i / in.planeSize();
            int h = i / in.w() % in.h();
            int w = i % in.w();
            return (plane * out.h() + insertion.strideHeight * h) * out.w() + insertion.strideWidth * w;
        }
    }
}
