package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Transposed convolution: every input cell stamps the kernel, times its value, onto the output; where stamps overlap they add up.
///
/// ```
/// y[n, co, i*sH - pH + kh*dH, j*sW - pW + kw*dW] += x[n,ci,i,j] * weight[ci,co,kh,kw]      and bias[co] everywhere, once
///
/// gradInput [n,ci,i,j]       = sum over co, kh, kw of weight[ci,co,kh,kw] * gradOutput[n, co, i*sH - pH + kh*dH, j*sW - pW + kw*dW]
/// gradWeight[ci,co,kh,kw]    = sum over n, i, j of x[n,ci,i,j] * gradOutput[n, co, i*sH - pH + kh*dH, j*sW - pW + kw*dW]
/// gradBias  [co]             = sum over n, h, w of gradOutput[n,co,h,w]
/// ```
/// Shapes: `x [N, Cin, H, W]`, `weight [Cin, Cout/groups, kH, kW]`, `bias [1, Cout, 1, 1]` -> `y [N, Cout, Ho, Wo]` with
/// `Ho = sH*(H-1) - 2*pH + dH*(kH-1) + outputPaddingH + 1`. The order of the channels in the weight is the other way round than in {@link Conv2d},
/// and on purpose: with the same numbers this is the adjoint of the convolution from `Cout` to `Cin` channels, and its gradient of the input
/// *is* that convolution. Its matrix is the transposed matrix; hence the name. It does not undo a convolution, so "deconvolution" misleads.
///
/// Padding removes cells of the result: it is the padding of the convolution of which this is the adjoint. A stride that rounds makes several
/// sizes convolve to the same one; output padding chooses among them and adds cells at the end only. They are computed like all others.
///
/// TensorFlow stores the weight as `[kH, kW, Cout, Cin]`, and its `valid` size is `s*n + max(k-s, 0)`, so that for `k < s` zeros trail. ONNX turns
/// `output_shape` into paddings that may differ at the two ends; PyTorch's rule is used here, see {@link #withOutputSize}.
///
/// Use it where a network must learn how to enlarge. Unless the stride divides the kernel and no dilation skips a phase, stamps overlap unevenly
/// (checkerboard: `05-checkerboard.ipynb`). Cost: `kH*kW*Cout/groups` multiplications per *input* cell, and a buffer of `Cout*kH*kW*H*W` numbers.
///
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 4; Zeiler et al., "Deconvolutional networks",
/// 2010. Notebook: `04-transposed.ipynb`. The fast twin is {@link Backend#stamp}; the plain twin is {@link #reference()}; other
/// ways to compute it are {@link TransposedForms}.
///
/// @param geometry windows and groups; strides, paddings and dilations are those of the formula
/// @param outputPaddingHeight rows added below, `0 .. max(sH, dH) - 1`
/// @param outputPaddingWidth columns added on the right, `0 .. max(sW, dW) - 1`
public record ConvTranspose2d(Geometry geometry, int outputPaddingHeight, int outputPaddingWidth) implements WeightedOperator {
    private static final String NAME = "ConvTranspose2d";

    /// Returns the transposed convolution with a square kernel, stride 1, no padding.
    public static ConvTranspose2d of(int kernel) {
        return of(kernel, kernel);
    }

    /// Returns the transposed convolution with a kernel of any size, stride 1, no padding.
    public static ConvTranspose2d of(int kernelHeight, int kernelWidth) {
        return new ConvTranspose2d(Geometry.of(kernelHeight, kernelWidth), 0, 0);
    }

    /// Returns this operator with one stride for both axes.
    public ConvTranspose2d withStride(int stride) {
        return withStride(stride, stride);
    }

    /// Returns this operator with other strides.
    public ConvTranspose2d withStride(int strideHeight, int strideWidth) {
        return with(geometry.withStride(strideHeight, strideWidth));
    }

    /// Returns this operator with one padding for both axes, in cells per side that the result *loses*.
    public ConvTranspose2d withPadding(int padding) {
        return withPadding(padding, padding);
    }

    /// Returns this operator with other paddings.
    public ConvTranspose2d withPadding(int paddingHeight, int paddingWidth) {
        return with(geometry.withPadding(paddingHeight, paddingWidth));
    }

    /// Returns this operator with one dilation for both axes; 1 is dense.
    public ConvTranspose2d withDilation(int dilation) {
        return withDilation(dilation, dilation);
    }

    /// Returns this operator with other dilations.
    public ConvTranspose2d withDilation(int dilationHeight, int dilationWidth) {
        return with(geometry.withDilation(dilationHeight, dilationWidth));
    }

    /// Returns this operator with its channels split into groups.
    public ConvTranspose2d withGroups(int groups) {
        return with(geometry.withGroups(groups));
    }

    private ConvTranspose2d with(Geometry newGeometry) {
        return new ConvTranspose2d(newGeometry, outputPaddingHeight, outputPaddingWidth);
    }

    /// Returns this operator with one output padding for both axes.
    public ConvTranspose2d withOutputPadding(int outputPadding) {
        return withOutputPadding(outputPadding, outputPadding);
    }

    /// Returns this operator with other output paddings. Whether they are below the stride or the dilation is checked with the shapes.
    public ConvTranspose2d withOutputPadding(int newHeight, int newWidth) {
        return new ConvTranspose2d(geometry, newHeight, newWidth);
    }

    /// Returns this operator with the output paddings that make a picture of the wanted size, PyTorch's `output_size`.
    ///
    /// @param x shape of the input
    /// @throws IllegalArgumentException unless each size is one of the `stride` sizes from the smallest one on
    public ConvTranspose2d withOutputSize(Shape x, int height, int width) {
        return withOutputPadding(geometry.height().outputPaddingFor(NAME, "height", x.h(), height),
                geometry.width().outputPaddingFor(NAME, "width", x.w(), width));
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, Cout, Ho, Wo]`.
    ///
    /// @param x shape of the input, `[N, Cin, H, W]`
    /// @param weight shape of the weight, `[Cin, Cout/groups, kH, kW]`
    /// @throws IllegalArgumentException unless channels, groups and kernel fit the weight, the output padding is allowed, and a cell is left
    @Override
    public Shape outputShape(Shape x, Shape weight) {
        return outputShape(NAME, x, weight);
    }

    /// The same for {@link InsertionForm}, which is named in messages.
    Shape outputShape(String who, Shape x, Shape weight) {
        String layout = "[Cin, Cout/groups, kH, kW]";
        ConvChecks.weight(who, geometry, weight, layout);
        ConvChecks.channels(who, geometry, weight, layout, weight.n(), x);
        return Shape.of(x.n(), Math.multiplyExact(weight.c(), geometry.groups()),
                geometry.height().transposedOutputSize(who, "height", x.h(), outputPaddingHeight),
                geometry.width().transposedOutputSize(who, "width", x.w(), outputPaddingWidth));
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight) {
        Tensor y = ConvChecks.emptyResult(this, x, weight);
        y.backend().stamp(x, weight, geometry, y);
        return y;
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight, Epilogue epilogue) {
        ConvChecks.bias(this, x, weight, epilogue);
        Tensor y = ConvChecks.emptyResult(this, x, weight);
        y.backend().stamp(x, weight, epilogue, geometry, y);
        return y;
    }

    /// Returns the gradient of the input, `[N, Cin, H, W]`: a convolution of `gradOutput`, every cell reads where it has stamped.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape, weight.shape())`
    @Override
    public Tensor gradInput(Tensor gradOutput, Tensor weight, Shape inputShape) {
        Backend backend = ConvChecks.gradInput(this, gradOutput, weight, inputShape);
        Tensor gradInput = backend.empty(inputShape);
        backend.convolve(gradOutput, weight, geometry, gradInput);
        return gradInput;
    }

    @Override
    public Tensor gradWeight(Tensor gradOutput, Tensor x, Shape weightShape) {
        Backend backend = ConvChecks.gradWeight(this, gradOutput, x, weightShape);
        Tensor gradWeight = backend.empty(weightShape);
        backend.correlate(gradOutput, x, geometry, gradWeight);
        return gradWeight;
    }

    /// Returns the same operator as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link ConvTranspose2d}, loop for loop.
    ///
    /// @param conv the parameters
    public record Reference(ConvTranspose2d conv) implements WeightedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor weight) {
            DoubleTensor y = DoubleTensor.zeros(conv.outputShape(x.shape(), weight.shape()));
            eachStamp(x.shape(), weight.shape(), y.shape(), (stamping, tap, stamped) -> y.data()[stamped] += x.data()[stamping] * weight.data()[tap]);
            return y;
        }

        @Override
        public DoubleTensor gradInput(DoubleTensor gradOutput, DoubleTensor weight, Shape inputShape) {
            DoubleTensor gradInput = DoubleTensor.zeros(inputShape);
            eachStamp(inputShape, weight.shape(), gradOutput.shape(),
                    (stamping, tap, stamped) -> gradInput.data()[stamping] += weight.data()[tap] * gradOutput.data()[stamped]);
            return gradInput;
        }

        @Override
        public DoubleTensor gradWeight(DoubleTensor gradOutput, DoubleTensor x, Shape weightShape) {
            DoubleTensor gradWeight = DoubleTensor.zeros(weightShape);
            eachStamp(x.shape(), weightShape, gradOutput.shape(),
                    (stamping, tap, stamped) -> gradWeight.data()[tap] += x.data()[stamping] * gradOutput.data()[stamped]);
            return gradWeight;
        }

        /// Visits every product `x[stamping] * weight[tap]` that is added to `y[stamped]`.
        private void eachStamp(Shape x, Shape weight, Shape y, Conv2d.Product product) {
            ConvChecks.referenceResult(conv, x, weight, y);
            int inPerGroup = x.c() / conv.geometry.groups();
            for (int n = 0; n < x.n(); n++) {
                for (int ci = 0; ci < x.c(); ci++) {
                    int firstOut = ci / inPerGroup * weight.c();
                    for (int i = 0; i < x.h(); i++) {
                        Interrupts.check();
                        for (int j = 0; j < x.w(); j++) {
                            for (int co = 0; co < weight.c(); co++) {
                                for (int kh = 0; kh < weight.h(); kh++) {
                                    int h = conv.geometry.height().cell(i, kh);
                                    if (h < 0 || h >= y.h()) continue; // cut off by the padding
                                    for (int kw = 0; kw < weight.w(); kw++) {
                                        int w = conv.geometry.width().cell(j, kw);
                                        if (w < 0 || w >= y.w()) continue;
                                        product.at(x.index(n, ci, i, j), weight.index(ci, co, kh, kw), y.index(n, firstOut + co, h, w));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
