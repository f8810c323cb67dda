package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Pixel shuffle, or depth to space: `r*r` channels become the cells of an `r x r` block each; nothing is computed.
///
/// ```
/// y[n, c, r*i + a, r*j + b] = x[n, (c*r + a)*r + b, i, j]        order CRD: PyTorch
///                           = x[n, (a*r + b)*Cout + c, i, j]     order DCR: ONNX's default, TensorFlow
/// backward    gradInput = the unshuffled gradOutput: a permutation's adjoint is its inverse
/// ```
/// Shapes: `x [N, C*r*r, H, W]` -> `y [N, C, H*r, W*r]`.
///
/// Behind a convolution at low resolution it is the sub-pixel convolution: a transposed convolution whose stride is `r` and whose kernel is
/// cut into `r*r` kernels, one per phase. Nothing ties the phases to each other, so at random initialisation it shows a checkerboard; ICNR starts
/// with equal phases. Cost: one copy per cell.
///
/// Source: Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel convolutional neural network", 2016,
/// equation 4. Notebook: `07-pixelshuffle.ipynb`. The inverse is {@link PixelUnshuffle}; the plain twin is {@link #reference()}.
///
/// @param upscaleFactor `r`, >= 1
/// @param order which channels become a block
public record PixelShuffle(int upscaleFactor, ChannelOrder order) implements FixedOperator {
    private static final String NAME = "PixelShuffle";

    /// @throws IllegalArgumentException unless `upscaleFactor >= 1`
    public PixelShuffle {
        Checks.atLeast(1, NAME, "upscaleFactor", upscaleFactor);
    }

    /// Returns PyTorch's pixel shuffle, in the order CRD.
    public static PixelShuffle of(int upscaleFactor) {
        return new PixelShuffle(upscaleFactor, ChannelOrder.CRD);
    }

    /// Returns this operator with another order of the channels.
    public PixelShuffle withOrder(ChannelOrder newOrder) {
        return new PixelShuffle(upscaleFactor, newOrder);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C/(r*r), H*r, W*r]`.
    ///
    /// @throws IllegalArgumentException unless `r*r` divides the channels
    /// @throws ArithmeticException if a size does not fit an `int`
    @Override
    public Shape outputShape(Shape in) {
        int block = Blocks.cells(NAME, "upscaleFactor", upscaleFactor);
        if (in.c() % block != 0) {
            long fitting = Math.ceilDiv(in.c(), block) * (long) block;
            throw new IllegalArgumentException(
                    "%s: x %s has %d channels, which upscaleFactor^2 = %d^2 = %d does not divide; %d channels would fit".formatted(
                            NAME, in, in.c(), upscaleFactor, block, fitting));
        }
        // H*r is the size on which H blocks of r cells lie side by side; a product of its own would be a second size formula.
        Window blocks = Window.of(upscaleFactor).withStride(upscaleFactor);
        return Shape.of(in.n(), in.c() / block, blocks.transposedOutputSize(NAME, "height", in.h()), blocks.transposedOutputSize(NAME, "width", in.w()));
    }

    /// Returns this operator for one input shape, as a linear map whose adjoint and inverse is {@link PixelUnshuffle}.
    ///
    /// @throws IllegalArgumentException unless `r*r` divides the channels
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(NAME, inputShape, out, x -> Blocks.toSpace(x, out, upscaleFactor, order),
                y -> Blocks.toDepth(y, inputShape, upscaleFactor, order), reference().on(inputShape));
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link PixelShuffle}.
    ///
    /// @param shuffle the parameters
    public record Reference(PixelShuffle shuffle) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return shuffle.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int c, int h, int w) {
            int r = shuffle.upscaleFactor;
            return in.index(n, shuffle.order.deepChannel(c, h % r, w % r, out.c(), r), h / r, w / r);
        }
    }
}
