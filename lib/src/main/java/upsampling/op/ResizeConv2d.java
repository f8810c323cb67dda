package upsampling.op;

import upsampling.backend.Backend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Resize-convolution: first a fixed resize, then a convolution that is learned.
///
/// ```
/// y          = conv(resize(x), weight)
/// gradInput  = resize*(convGradInput(gradOutput, weight))
/// gradWeight = convGradWeight(gradOutput, resize(x))
/// ```
/// Shapes: `x [N, Cin, H, W]`, `weight [Cout, Cin/groups, kH, kW]` -> `y [N, Cout, Ho, Wo]`, the size that the convolution makes of the resized picture.
///
/// The resize keeps a constant picture constant, so away from the border no weight can make a checkerboard of it: the remedy of Odena et al. for the
/// transposed convolution. With nearest neighbours it *is* a transposed convolution, whose kernels are sums of those weights. Cost: a convolution at
/// high resolution, `sH*sW` times the multiplications of one before the resize.
///
/// Source: Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", 2016. Notebook: `06-repairs.ipynb`. The plain twin is
/// {@link #reference()}.
///
/// @param resize the first step, with a size or a scale
/// @param conv the second step
public record ResizeConv2d(Resize resize, Conv2d conv) implements WeightedOperator {
    private static final String NAME = "ResizeConv2d";

    /// Returns the operator made of the two steps.
    public static ResizeConv2d of(Resize resize, Conv2d conv) {
        return new ResizeConv2d(resize, conv);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, Cout, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless both steps take what they get, see {@link Resize#outputShape} and {@link Conv2d#outputShape}
    @Override
    public Shape outputShape(Shape x, Shape weight) {
        return conv.outputShape(resize.outputShape(x), weight);
    }

    @Override
    public Tensor forward(Tensor x, Tensor weight) {
        outputShape(x.shape(), weight.shape());
        Backend.common(NAME, "x", x, "weight", weight);
        try (Tensor large = resize.forward(x)) {
            return conv.forward(large, weight);
        }
    }

    @Override
    public Tensor gradInput(Tensor gradOutput, Tensor weight, Shape inputShape) {
        ConvChecks.gradInput(this, gradOutput, weight, inputShape);
        try (Tensor gradLarge = conv.gradInput(gradOutput, weight, resize.outputShape(inputShape))) {
            return resize.backward(gradLarge, inputShape);
        }
    }

    @Override
    public Tensor gradWeight(Tensor gradOutput, Tensor x, Shape weightShape) {
        ConvChecks.gradWeight(this, gradOutput, x, weightShape);
        try (Tensor large = resize.forward(x)) {
            return conv.gradWeight(gradOutput, large, weightShape);
        }
    }

    /// Returns the same two steps as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link ResizeConv2d}, made of the references of its steps.
    ///
    /// @param operator the parameters
    public record Reference(ResizeConv2d operator) implements WeightedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x, DoubleTensor weight) {
            return operator.conv.reference().forward(operator.resize.reference().forward(x), weight);
        }

        @Override
        public DoubleTensor gradInput(DoubleTensor gradOutput, DoubleTensor weight, Shape inputShape) {
            DoubleTensor gradLarge = operator.conv.reference().gradInput(gradOutput, weight, operator.resize.outputShape(inputShape));
            return operator.resize.reference().backward(gradLarge, inputShape);
        }

        @Override
        public DoubleTensor gradWeight(DoubleTensor gradOutput, DoubleTensor x, Shape weightShape) {
            return operator.conv.reference().gradWeight(gradOutput, operator.resize.reference().forward(x), weightShape);
        }
    }
}
