package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Convolution: every output is a weighted sum of the cells that its window sees, over all channels of its group.
///
/// ```
/// y[n,co,oh,ow] = bias[co] + sum over ci, kh, kw of weight[co,ci,kh,kw] * x[n, ci, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW]
///
/// gradInput [n,ci,h,w]       = the transposed convolution of gradOutput with the same weight and geometry
/// gradWeight[co,ci,kh,kw]    = sum over n, oh, ow of gradOutput[n,co,oh,ow] * x[n, ci, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW]
/// gradBias  [co]             = sum over n, oh, ow of gradOutput[n,co,oh,ow]
/// ```
/// Shapes: `x [N, Cin, H, W]`, `weight [Cout, Cin/groups, kH, kW]`, `bias [1, Cout, 1, 1]` -> `y [N, Cout, Ho, Wo]` with
/// `Ho = floor((H + 2*pH - dH*(kH-1) - 1) / sH) + 1`. Cells outside the picture count as 0. An output channel sees only the `Cin/groups`
/// input channels of its own group; with `groups = Cin` that is the depthwise form.
///
/// The kernel is not rotated, which mathematicians call a cross-correlation; PyTorch, ONNX and TensorFlow do the same. TensorFlow stores the
/// weight as `[kH, kW, Cin/groups, Cout]`, and its padding `SAME` puts an odd cell right and below.
///
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 2. Cost: `kH*kW*Cin/groups`
/// multiplications per output, and a buffer of `Cin*kH*kW*Ho*Wo` numbers. Notebook: `03-matrix.ipynb`. Its adjoint is
/// {@link ConvTranspose2d}; the plain twin is {@link #reference()}.
///
/// @param geometry windows and groups; strides, paddings and dilations are those of the formula
public record Conv2d(Geometry geometry) implements WeightedOperator {
    private static final String NAME = "Conv2d";

    /// Returns the convolution with a square kernel, stride 1, no padding.
    public static Conv2d of(int kernel) {
        return of(kernel, kernel);
    }

    /// Returns the convolution with a kernel of any size, stride 1, no padding.
    public static Conv2d of(int kernelHeight, int kernelWidth) {
        return new Conv2d(Geometry.of(kernelHeight, kernelWidth));
    }

    /// Returns the depthwise convolution: every channel has kernels of its own and sees no other channel. Weight `[m*channels, 1, kH, kW]`, where `m`
    /// results come from each channel.
    public static Conv2d depthwise(int kernel, int channels) {
        return of(kernel).withGroups(channels);
    }

    /// Returns the pointwise convolution: a kernel of 1x1, which mixes the channels of each cell and sees no neighbours. Weight `[Cout, Cin, 1, 1]`.
    public static Conv2d pointwise() {
        return of(1);
    }

    /// Returns this operator with one stride for both axes.
    public Conv2d withStride(int stride) {
        return withStride(stride, stride);
    }

    /// Returns this operator with other strides.
    public Conv2d withStride(int strideHeight, int strideWidth) {
        return with(geometry.withStride(strideHeight, strideWidth));
    }

    /// Returns this operator with one padding for both axes, in cells per side.
    public Conv2d withPadding(int padding) {
        return withPadding(padding, padding);
    }

    /// Returns this operator with other paddings.
    public Conv2d withPadding(int paddingHeight, int paddingWidth) {
        return with(geometry.withPadding(paddingHeight, paddingWidth));
    }

    /// Returns this operator with one dilation for both axes; 1 is dense.
    public Conv2d withDilation(int dilation) {
        return withDilation(dilation, dilation);
    }

    /// Returns this operator with other dilations.
    public Conv2d withDilation(int dilationHeight, int dilationWidth) {
        return with(geometry.withDilation(dilationHeight, dilationWidth));
    }

    /// Returns this operator with its channels split into groups.
    public Conv2d withGroups(int groups) {
        return with(geometry.withGroups(groups));
    }

    private Conv2d with(Geometry newGeometry) {
        return new Conv2d(newGeometry);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, Cout, Ho, Wo]`.
    ///
    /// @param x shape of the input, `[N, Cin, H, W]`
    /// @param weight shape of the weight, `[Cout, Cin/groups, kH, kW]`
    /// @throws IllegalArgumentException unless channels, groups and kernel fit the weight, and the window fits the picture
    @Override
    public Shape outputShape(Shape x, Shape weight) {
        String layout = "[Cout, Cin/groups, kH, kW]";
        ConvChecks.weight(NAME, geometry, weight, layout);
        ConvChecks.channels(NAME, geometry, weight, layout, Math.multiplyExact(weight.c(), geometry.groups()), x);
        return Shape.of(x.n(), weight.n(), geometry.height().outputSize(NAME, "height", x.h(), false),
                geometry.width().outputSize(NAME, "width", x.w(), false));
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight) {
        Tensor y = ConvChecks.emptyResult(this, x, weight);
        y.backend().convolve(x, weight, geometry, y);
        return y;
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight, Epilogue epilogue) {
        ConvChecks.bias(this, x, weight, epilogue);
        Tensor y = ConvChecks.emptyResult(this, x, weight);
        y.backend().convolve(x, weight, epilogue, geometry, y);
        return y;
    }

    /// Returns the gradient of the input, `[N, Cin, H, W]`: every output hands its gradient back to the cells it has read.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape, weight.shape())`
    @Override
    public Tensor gradInput(Tensor gradOutput, Tensor weight, Shape inputShape) {
        Backend backend = ConvChecks.gradInput(this, gradOutput, weight, inputShape);
        Tensor gradInput = backend.empty(inputShape);
        backend.stamp(gradOutput, weight, geometry, gradInput);
        return gradInput;
    }

    @Override
    public Tensor gradWeight(Tensor gradOutput, Tensor x, Shape weightShape) {
        Backend backend = ConvChecks.gradWeight(this, gradOutput, x, weightShape);
        Tensor gradWeight = backend.empty(weightShape);
        backend.correlate(x, gradOutput, geometry, gradWeight);
        return gradWeight;
    }

    /// Returns the same convolution as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Conv2d}, loop for loop.
    ///
    /// @param conv the parameters
    public record Reference(Conv2d conv) implements WeightedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor weight) {
            DoubleTensor y = DoubleTensor.zeros(conv.outputShape(x.shape(), weight.shape()));
            eachProduct(x.shape(), weight.shape(), y.shape(), (read, tap, written) -> y.data()[written] += weight.data()[tap] * x.data()[read]);
            return y;
        }

        @Override
        public DoubleTensor gradInput(DoubleTensor gradOutput, DoubleTensor weight, Shape inputShape) {
            DoubleTensor gradInput = DoubleTensor.zeros(inputShape);
            eachProduct(inputShape, weight.shape(), gradOutput.shape(),
                    (read, tap, written) -> gradInput.data()[read] += weight.data()[tap] * gradOutput.data()[written]);
            return gradInput;
        }

        @Override
        public DoubleTensor gradWeight(DoubleTensor gradOutput, DoubleTensor x, Shape weightShape) {
            DoubleTensor gradWeight = DoubleTensor.zeros(weightShape);
            eachProduct(x.shape(), weightShape, gradOutput.shape(),
                    (read, tap, written) -> gradWeight.data()[tap] += gradOutput.data()[written] * x.data()[read]);
            return gradWeight;
        }

        /// Visits every product `weight[tap] * x[read]` that is added to `y[written]`.
        private void eachProduct(Shape x, Shape weight, Shape y, Product product) {
            ConvChecks.referenceResult(conv, x, weight, y);
            int outPerGroup = y.c() / conv.geometry.groups();
            for (int n = 0; n < y.n(); n++) {
                for (int co = 0; co < y.c(); co++) {
                    int firstIn = co / outPerGroup * weight.c();
                    for (int oh = 0; oh < y.h(); oh++) {
                        Interrupts.check();
                        for (int ow = 0; ow < y.w(); ow++) {
                            for (int ci = 0; ci < weight.c(); ci++) {
                                for (int kh = 0; kh < weight.h(); kh++) {
                                    int h = conv.geometry.height().cell(oh, kh);
                                    if (h < 0 || h >= x.h()) continue; // padding
                                    for (int kw = 0; kw < weight.w(); kw++) {
                                        int w = conv.geometry.width().cell(ow, kw);
                                        if (w < 0 || w >= x.w()) continue;
                                        product.at(x.index(n, firstIn + ci, h, w), weight.index(co, ci, kh, kw), y.index(n, co, oh, ow));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What happens to one product of a convolution.
    interface Product {
        /// @param read index of the cell that is read
        /// @param tap index of the weight
        /// @param written index of the cell that is written
        void at(int read, int tap, int written);
    }
}
