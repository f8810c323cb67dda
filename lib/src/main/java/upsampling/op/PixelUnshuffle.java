package upsampling.op;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Pixel unshuffle, or space to depth: the cells of every `r x r` block become channels; nothing is lost. The inverse of {@link PixelShuffle}.
///
/// ```
/// y[n, (c*r + a)*r + b, i, j] = x[n, c, r*i + a, r*j + b]        order CRD: PyTorch
/// y[n, (a*r + b)*C + c, i, j] = x[n, c, r*i + a, r*j + b]        order DCR: ONNX's SpaceToDepth, TensorFlow
/// backward    gradInput = the shuffled gradOutput
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C*r*r, H/r, W/r]`.
///
/// Each channel of the result is one phase of the picture, every r-th cell: a stride-`r` convolution is a convolution with stride 1 on them.
/// ONNX's SpaceToDepth knows no order; it is DCR. Cost: one copy per cell.
///
/// Source: Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel convolutional neural network", 2016,
/// equation 4, read backwards. Notebook: `07-pixelshuffle.ipynb`. The plain twin is {@link #reference()}.
///
/// @param downscaleFactor `r`, >= 1
/// @param order which channels a block becomes
public record PixelUnshuffle(int downscaleFactor, ChannelOrder order) implements FixedOperator {
    private static final String NAME = "PixelUnshuffle";

    /// @throws IllegalArgumentException unless `downscaleFactor >= 1`
    public PixelUnshuffle {
        Checks.atLeast(1, NAME, "downscaleFactor", downscaleFactor);
    }

    /// Returns PyTorch's pixel unshuffle, in the order CRD.
    public static PixelUnshuffle of(int downscaleFactor) {
        return new PixelUnshuffle(downscaleFactor, ChannelOrder.CRD);
    }

    /// Returns this operator with another order of the channels.
    public PixelUnshuffle withOrder(ChannelOrder newOrder) {
        return new PixelUnshuffle(downscaleFactor, newOrder);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C*r*r, H/r, W/r]`.
    ///
    /// @throws IllegalArgumentException unless `r` divides height and width
    /// @throws ArithmeticException if a size does not fit an `int`
    @Override
    public Shape outputShape(Shape in) {
        int block = Blocks.cells(NAME, "downscaleFactor", downscaleFactor);
        return Shape.of(in.n(), Checks.product(NAME, "output channels", in.c(), block), blocks("height", in.h()), blocks("width", in.w()));
    }

    private int blocks(String axis, int in) {
        if (in % downscaleFactor != 0) {
            throw new IllegalArgumentException("%s: %s %d is not divisible by downscaleFactor = %d; crop or pad to a multiple, %d or %d".formatted(
                    NAME, axis, in, downscaleFactor, in / downscaleFactor * downscaleFactor, Math.ceilDiv(in, downscaleFactor) * (long) downscaleFactor));
        }
        return Window.of(downscaleFactor).withStride(downscaleFactor).outputSize(NAME, axis, in, false);
    }

    /// Returns this operator for one input shape, as a linear map whose adjoint and inverse is {@link PixelShuffle}.
    ///
    /// @throws IllegalArgumentException unless `r` divides height and width
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(NAME, inputShape, out, x -> Blocks.toDepth(x, out, downscaleFactor, order),
                y -> Blocks.toSpace(y, inputShape, downscaleFactor, order), reference().on(inputShape));
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formula of {@link PixelUnshuffle}.
    ///
    /// @param unshuffle the parameters
    public record Reference(PixelUnshuffle unshuffle) implements MovedCells {
        @Override
        public Shape outputShape(Shape in) {
            return unshuffle.outputShape(in);
        }

        @Override
        public int source(Shape in, Shape out, int n, int c, int h, int w) {
            int r = unshuffle.downscaleFactor;
            int phase = unshuffle.order == ChannelOrder.CRD ? c % (r * r) : c / in.c();
            int channel = unshuffle.order == ChannelOrder.CRD ? c / (r * r) : c % in.c();
            return in.index(n, channel, h * r + phase / r, w * r + phase % r);
        }
    }
}
