package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Max pooling: the largest value under a sliding window, in every plane on its own.
///
/// ```
/// y[n,c,oh,ow] = max over kh, kw of x[n,c, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW]
/// index        = h*W + w of the first maximum, in the plane without padding
/// backward     gradInput[n,c,index[n,c,oh,ow]] += gradOutput[n,c,oh,ow]
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]` with `Ho = floor((H + 2*pH - dH*(kH-1) - 1) / sH) + 1`, see {@link Window}.
///
/// Cells outside the input are -infinity: they never win. The *first* maximum in row-major order wins a tie, and only it receives the
/// gradient. NaN wins against every number; of several, the index of the last is stored. These are PyTorch's rules. ONNX: stride defaults to
/// 1, paddings may differ per side, indices count through `N*C*H*W`. ONNX Runtime and TensorFlow ignore NaN; TensorFlow pads only `SAME`
/// or `VALID`, and its indices count `(h*W + w)*C + c`.
///
/// Use it to keep the strongest answer of a detector. It does not smooth: edges become stair-steps, and a picture moved by one cell may
/// give other values. Cost: `kH*kW` comparisons per output, 4 extra bytes per output for the index; nothing to learn.
///
/// Sources: Riesenhuber and Poggio, "Hierarchical models of object recognition in cortex", 1999; the indices are the "switches" of Zeiler
/// and Fergus, "Visualizing and understanding convolutional networks", 2014, section 2.1. Notebook: `01-pooling.ipynb`. The plain twin is
/// {@link #reference()}.
///
/// @param height window along the rows, padding <= floor(kernel/2)
/// @param width window along the columns, padding <= floor(kernel/2)
/// @param ceilMode whether a last window that fits only partly counts
public record MaxPool2d(Window height, Window width, boolean ceilMode) {
    private static final String NAME = "MaxPool2d";

    /// The values of a pooling and where each was found.
    ///
    /// @param values the maxima, `[N, C, Ho, Wo]`
    /// @param where one index per value, row-major over `[N, C, Ho, Wo]`, each `h*W + w` in its own unpadded plane; a device keeps them to itself
    public record Pooled(Tensor values, Indices where) {

        /// Returns the indices on the Java heap, to look at or to unpool with; not to be changed. On a device this is a transfer.
        public int[] indices() {
            return where.values();
        }
    }

    /// The same in double.
    ///
    /// @param values the maxima, `[N, C, Ho, Wo]`
    /// @param indices as in {@link Pooled}
    public record PooledDouble(DoubleTensor values, int[] indices) { }

    /// @throws IllegalArgumentException unless both paddings are at most floor(kernel/2)
    public MaxPool2d {
        PoolingRules.checkPadding(NAME, "height", height);
        PoolingRules.checkPadding(NAME, "width", width);
    }

    /// Returns a pooling with a square kernel whose stride is the kernel: windows side by side.
    public static MaxPool2d of(int kernel) {
        return of(kernel, kernel);
    }

    /// Returns a pooling whose stride is the kernel on both axes.
    public static MaxPool2d of(int kernelHeight, int kernelWidth) {
        return of(Window.of(kernelHeight).withStride(kernelHeight), Window.of(kernelWidth).withStride(kernelWidth));
    }

    /// Returns a pooling with the given window on both axes.
    public static MaxPool2d of(Window window) {
        return of(window, window);
    }

    /// Returns a pooling with one window per axis.
    public static MaxPool2d of(Window height, Window width) {
        return new MaxPool2d(height, width, false);
    }

    /// Returns this pooling with another stride on both axes.
    public MaxPool2d withStride(int stride) {
        return withStride(stride, stride);
    }

    /// Returns this pooling with other strides.
    public MaxPool2d withStride(int strideHeight, int strideWidth) {
        return new MaxPool2d(height.withStride(strideHeight), width.withStride(strideWidth), ceilMode);
    }

    /// Returns this pooling with another padding on both axes.
    public MaxPool2d withPadding(int padding) {
        return withPadding(padding, padding);
    }

    /// Returns this pooling with other paddings.
    public MaxPool2d withPadding(int paddingHeight, int paddingWidth) {
        return new MaxPool2d(height.withPadding(paddingHeight), width.withPadding(paddingWidth), ceilMode);
    }

    /// Returns this pooling with another dilation on both axes.
    public MaxPool2d withDilation(int dilation) {
        return withDilation(dilation, dilation);
    }

    /// Returns this pooling with other dilations.
    public MaxPool2d withDilation(int dilationHeight, int dilationWidth) {
        return new MaxPool2d(height.withDilation(dilationHeight), width.withDilation(dilationWidth), ceilMode);
    }

    /// Returns this pooling with another rounding of the output size.
    public MaxPool2d withCeilMode(boolean newCeilMode) {
        return new MaxPool2d(height, width, newCeilMode);
    }

    /// Returns the shape of the result, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless the window fits and every window holds at least one cell of the input
    public Shape outputShape(Shape in) {
        Shape out = PoolingRules.outputShape(NAME, height, width, ceilMode, in);
        checkWindows("height", height, in.h(), out.h());
        checkWindows("width", width, in.w(), out.w());
        return out;
    }

    /// A window may jump over the input, or lie in the padding of ceil mode. PyTorch then stores an index outside the plane; we refuse.
    private static void checkWindows(String axis, Window window, int in, int out) {
        for (int o = 0; o < out; o++) {
            if (window.firstTap(o) >= window.endTap(o, in)) {
                throw new IllegalArgumentException(("%s: window %d along the %s has no cell of the input: it looks at cells %d to %d in steps of %d, "
                        + "the input has cells 0 to %d (%s); use less padding, a smaller dilation or stride, or a larger input").formatted(
                        NAME, o, axis, window.cell(o, 0), window.cell(o, window.kernel() - 1), window.dilation(), in - 1, window));
            }
        }
    }

    /// Returns the maxima, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    public Tensor forward(Tensor x) {
        Tensor values = x.backend().empty(outputShape(x.shape()));
        x.backend().maxPoolValues(x, height, width, values);
        return values;
    }

    /// Returns the maxima and their indices, which {@link #backward} and unpooling need.
    ///
    /// @throws IllegalArgumentException unless the shape is allowed, see {@link #outputShape}
    public Pooled forwardWithIndices(Tensor x) {
        Tensor values = x.backend().empty(outputShape(x.shape()));
        return new Pooled(values, x.backend().maxPool(x, height, width, values));
    }

    /// Returns the gradient of the input: every gradient goes to the cell that won; where windows overlap, the gradients add up.
    ///
    /// @param gradOutput gradient of the result, `[N, C, Ho, Wo]`
    /// @param indices from {@link #forwardWithIndices}
    /// @param inputShape shape of the input, `[N, C, H, W]`
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape)`, and there is one index inside the
    ///     plane for each of its elements
    public Tensor backward(Tensor gradOutput, int[] indices, Shape inputShape) {
        Selection.checkIndices(NAME + ".backward", indices, inputShape, outputShape(inputShape));
        return backward(gradOutput, Indices.of(indices), inputShape);
    }

    /// The same with indices that may live on a device. They stay there, so only their number is checked.
    ///
    /// @param where of a pooling of this shape, on the backend of `gradOutput`
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape)`, and there is one index for each of its elements
    public Tensor backward(Tensor gradOutput, Indices where, Shape inputShape) {
        Shape out = outputShape(inputShape);
        Checks.sameShape(NAME + ".backward", "gradOutput", out, gradOutput.shape());
        Checks.sameSize(NAME + ".backward", "number of indices for the output " + out, out.size(), where.size());
        Tensor gradInput = gradOutput.backend().empty(inputShape);
        gradOutput.backend().scatterSum(gradOutput, where, gradInput);
        return gradInput;
    }

    /// Returns the derivative of this pooling at `x`, its Jacobian, as a linear map: each output copies the input cell that won at `x`.
    ///
    /// Max pooling is linear as long as no other cell wins, so near a point without ties `forward(x + v) = forward(x) + at(x).apply(v)`.
    public LinearOperator at(Tensor x) {
        Pooled pooled = forwardWithIndices(x);
        return new Selection(x.shape(), pooled.values().shape(), pooled.indices());
    }

    /// Returns the same pooling as plain loops in double.
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link MaxPool2d}, loop for loop.
    ///
    /// @param pool the parameters
    public record Reference(MaxPool2d pool) {

        /// Returns the maxima and their indices.
        public PooledDouble forward(DoubleTensor x) {
            Shape in = x.shape();
            DoubleTensor values = DoubleTensor.zeros(pool.outputShape(in));
            Shape out = values.shape();
            int[] indices = new int[out.size()];
            for (int n = 0; n < out.n(); n++) {
                for (int c = 0; c < out.c(); c++) {
                    for (int oh = 0; oh < out.h(); oh++) {
                        Interrupts.check();
                        for (int ow = 0; ow < out.w(); ow++) {
                            int o = out.index(n, c, oh, ow);
                            indices[o] = winner(x, n, c, oh, ow);
                            values.data()[o] = x.get(n, c, indices[o] / in.w(), indices[o] % in.w());
                        }
                    }
                }
            }
            return new PooledDouble(values, indices);
        }

        private int winner(DoubleTensor x, int n, int c, int oh, int ow) {
            Window height = pool.height;
            Window width = pool.width;
            int best = -1;
            double max = Double.NEGATIVE_INFINITY;
            for (int kh = 0; kh < height.kernel(); kh++) {
                for (int kw = 0; kw < width.kernel(); kw++) {
                    int h = oh * height.stride() - height.padding() + kh * height.dilation();
                    int w = ow * width.stride() - width.padding() + kw * width.dilation();
                    if (h < 0 || h >= x.shape().h() || w < 0 || w >= x.shape().w()) continue; // padding is -infinity: it never wins
                    double v = x.get(n, c, h, w);
                    if (best < 0 || v > max || Double.isNaN(v)) {
                        max = v;
                        best = h * x.shape().w() + w;
                    }
                }
            }
            return best;
        }

        /// Returns the gradient of the input.
        public DoubleTensor backward(DoubleTensor gradOutput, int[] indices, Shape inputShape) {
            Shape out = gradOutput.shape();
            DoubleTensor gradInput = DoubleTensor.zeros(inputShape);
            for (int n = 0; n < out.n(); n++) {
                for (int c = 0; c < out.c(); c++) {
                    for (int oh = 0; oh < out.h(); oh++) {
                        Interrupts.check();
                        for (int ow = 0; ow < out.w(); ow++) {
                            int o = out.index(n, c, oh, ow);
                            gradInput.data()[inputShape.index(n, c, 0, 0) + indices[o]] += gradOutput.data()[o];
                        }
                    }
                }
            }
            return gradInput;
        }
    }
}
