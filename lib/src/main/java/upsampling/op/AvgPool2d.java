package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Average pooling: the mean under a sliding window, in every plane on its own.
///
/// ```
/// y[n,c,oh,ow] = sum of the window's cells inside the input / divisor
/// divisor      = divisorOverride, if one is given
///              = (min(h0+kH, H+pH) - h0) * (min(w0+kW, W+pW) - w0)     countIncludePad: cells of the padded input, h0 = oh*sH - pH
///              = number of the window's cells inside the input         otherwise
/// backward     gradInput[n,c,h,w] += gradOutput[n,c,oh,ow] / divisor   for every cell of the window
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]` with `Ho = floor((H + 2*pH - kH) / sH) + 1`, see {@link Window}.
///
/// A window of ceil mode may reach beyond even the padding; those cells do not exist and shrink the divisor. These are PyTorch's rules.
/// ONNX: stride defaults to 1, `count_include_pad` to 0, and since opset 19 there is a dilation. TensorFlow and Keras never count padding.
///
/// Without padding it is the convolution of each channel with the kernel `1/(kH*kW)`, so it blurs a little before it drops cells; details
/// finer than the window still alias. Cost: `kH*kW` additions per output, no extra memory, nothing to learn.
///
/// Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998, section II
/// (subsampling). Notebook: `01-pooling.ipynb`. The plain twin is {@link #reference()}.
///
/// @param height window along the rows, padding <= floor(kernel/2), dilation 1
/// @param width window along the columns, padding <= floor(kernel/2), dilation 1
/// @param ceilMode whether a last window that fits only partly counts
/// @param countIncludePad whether cells of the padding count in the divisor
/// @param divisorOverride what every sum is divided by; 0 for none
public record AvgPool2d(Window height, Window width, boolean ceilMode, boolean countIncludePad, int divisorOverride) implements FixedOperator {
    private static final String NAME = "AvgPool2d";

    /// @throws IllegalArgumentException unless both paddings are at most floor(kernel/2) and both dilations are 1
    public AvgPool2d {
        PoolingRules.checkPadding(NAME, "height", height);
        PoolingRules.checkPadding(NAME, "width", width);
        Checks.sameSize(NAME, "height dilation (average pooling has none)", 1, height.dilation());
        Checks.sameSize(NAME, "width dilation (average pooling has none)", 1, width.dilation());
    }

    /// Returns a pooling with a square kernel whose stride is the kernel: windows side by side.
    public static AvgPool2d of(int kernel) {
        return of(kernel, kernel);
    }

    /// Returns a pooling whose stride is the kernel on both axes.
    public static AvgPool2d of(int kernelHeight, int kernelWidth) {
        return of(Window.of(kernelHeight).withStride(kernelHeight), Window.of(kernelWidth).withStride(kernelWidth));
    }

    /// Returns a pooling with the given window on both axes.
    public static AvgPool2d of(Window window) {
        return of(window, window);
    }

    /// Returns a pooling with one window per axis.
    public static AvgPool2d of(Window height, Window width) {
        return new AvgPool2d(height, width, false, true, 0);
    }

    /// Returns this pooling with another stride on both axes.
    public AvgPool2d withStride(int stride) {
        return withStride(stride, stride);
    }

    /// Returns this pooling with other strides.
    public AvgPool2d withStride(int strideHeight, int strideWidth) {
        return withWindows(height.withStride(strideHeight), width.withStride(strideWidth));
    }

    /// Returns this pooling with another padding on both axes.
    public AvgPool2d withPadding(int padding) {
        return withPadding(padding, padding);
    }

    /// Returns this pooling with other paddings.
    public AvgPool2d withPadding(int paddingHeight, int paddingWidth) {
        return withWindows(height.withPadding(paddingHeight), width.withPadding(paddingWidth));
    }

    private AvgPool2d withWindows(Window newHeight, Window newWidth) {
        return new AvgPool2d(newHeight, newWidth, ceilMode, countIncludePad, divisorOverride);
    }

    /// Returns this pooling with another rounding of the output size.
    public AvgPool2d withCeilMode(boolean newCeilMode) {
        return new AvgPool2d(height, width, newCeilMode, countIncludePad, divisorOverride);
    }

    /// Returns this pooling with another way to count cells of the padding.
    public AvgPool2d withCountIncludePad(boolean newCountIncludePad) {
        return new AvgPool2d(height, width, ceilMode, newCountIncludePad, divisorOverride);
    }

    /// Returns this pooling with a fixed divisor; 1 gives plain sums.
    ///
    /// @throws IllegalArgumentException unless `divisor` is not 0
    public AvgPool2d withDivisorOverride(int divisor) {
        if (divisor == 0) throw new IllegalArgumentException(NAME + ": divisorOverride must not be 0, but was 0");
        return new AvgPool2d(height, width, ceilMode, countIncludePad, divisor);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless the window fits
    @Override
    public Shape outputShape(Shape in) {
        return PoolingRules.outputShape(NAME, height, width, ceilMode, in);
    }

    /// Returns this pooling for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the window fits
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        // The override is the divisor of the whole window: all of it on the rows, 1 on the columns.
        Intervals rows = intervals(height, inputShape.h(), out.h(), divisorOverride);
        Intervals columns = intervals(width, inputShape.w(), out.w(), divisorOverride == 0 ? 0 : 1);
        return new BoxAverage(NAME, inputShape, out, rows, columns, reference().on(inputShape));
    }

    private Intervals intervals(Window window, int in, int out, int fixedDivisor) {
        int[] begin = new int[out];
        int[] end = new int[out];
        int[] divisor = new int[out];
        for (int o = 0; o < out; o++) {
            int start = window.cell(o, 0);
            int endPadded = (int) Math.min((long) start + window.kernel(), (long) in + window.padding());
            begin[o] = Math.max(start, 0);
            end[o] = Math.min(endPadded, in);
            int cells = countIncludePad ? endPadded - start : end[o] - begin[o];
            divisor[o] = fixedDivisor != 0 ? fixedDivisor : cells;
        }
        return new Intervals(begin, end, divisor);
    }

    /// Returns the same pooling as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link AvgPool2d}, loop for loop.
    ///
    /// @param pool the parameters
    public record Reference(AvgPool2d pool) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            Shape in = x.shape();
            DoubleTensor y = DoubleTensor.zeros(pool.outputShape(in));
            Shape out = y.shape();
            for (int plane = 0; plane < out.planes(); plane++) {
                for (int oh = 0; oh < out.h(); oh++) {
                    Interrupts.check();
                    for (int ow = 0; ow < out.w(); ow++) {
                        double sum = 0;
                        for (int kh = 0; kh < pool.height.kernel(); kh++) {
                            for (int kw = 0; kw < pool.width.kernel(); kw++) {
                                int h = oh * pool.height.stride() - pool.height.padding() + kh;
                                int w = ow * pool.width.stride() - pool.width.padding() + kw;
                                if (isInside(in, h, w)) sum += x.data()[(plane * in.h() + h) * in.w() + w];
                            }
                        }
                        y.data()[(plane * out.h() + oh) * out.w() + ow] = sum / divisor(in, oh, ow);
                    }
                }
            }
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            Shape out = gradOutput.shape();
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            for (int plane = 0; plane < out.planes(); plane++) {
                for (int oh = 0; oh < out.h(); oh++) {
                    Interrupts.check();
                    for (int ow = 0; ow < out.w(); ow++) {
                        double share = gradOutput.data()[(plane * out.h() + oh) * out.w() + ow] / divisor(in, oh, ow);
                        for (int kh = 0; kh < pool.height.kernel(); kh++) {
                            for (int kw = 0; kw < pool.width.kernel(); kw++) {
                                int h = oh * pool.height.stride() - pool.height.padding() + kh;
                                int w = ow * pool.width.stride() - pool.width.padding() + kw;
                                if (isInside(in, h, w)) gradInput.data()[(plane * in.h() + h) * in.w() + w] += share;
                            }
                        }
                    }
                }
            }
            return gradInput;
        }

        /// Counted, not computed: the operator's tables have the closed form, and a test compares the two.
        private int divisor(Shape in, int oh, int ow) {
            if (pool.divisorOverride != 0) return pool.divisorOverride;
            int cells = 0;
            for (int kh = 0; kh < pool.height.kernel(); kh++) {
                for (int kw = 0; kw < pool.width.kernel(); kw++) {
                    int h = oh * pool.height.stride() - pool.height.padding() + kh;
                    int w = ow * pool.width.stride() - pool.width.padding() + kw;
                    boolean isInPadded = h < in.h() + pool.height.padding() && w < in.w() + pool.width.padding();
                    if (pool.countIncludePad ? isInPadded : isInside(in, h, w)) cells++;
                }
            }
            return cells;
        }

        private static boolean isInside(Shape in, int h, int w) {
            return h >= 0 && h < in.h() && w >= 0 && w < in.w();
        }
    }
}
