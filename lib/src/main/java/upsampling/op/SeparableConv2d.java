package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A convolution in two steps: one looks at neighbours in each channel alone (depthwise), one mixes channels in each cell alone (pointwise).
///
/// ```
/// depthwise first   y = pointwise(depthwise(x))     W[co,ci,kh,kw] = sum over k in m*ci .. m*ci+m-1 of pw[co,k] * dw[k,kh,kw]
/// pointwise first   y = depthwise(pointwise(x))     W[co,ci,kh,kw] = dw[co,kh,kw] * pw[co/m, ci]
/// ```
/// `W` is the dense kernel that does the same, {@link #denseWeight}; `m` is the number of results per channel of the depthwise step. Stride, padding and
/// dilation belong to the depthwise step.
///
/// Shapes: `x [N, Cin, H, W]` -> `y [N, Cout, Ho, Wo]`.
///
/// ```
/// depthwise first   dw [m*Cin, 1, kH, kW], pw [Cout, m*Cin, 1, 1]        pw reads all m*Cin results
/// pointwise first   pw [C, Cin, 1, 1],     dw [m*C, 1, kH, kW]           dw reads the C results, and Cout = m*C
/// ```
///
/// The kernels of all pairs of channels are multiples of few kernels (for `m = 1`: one per channel), and that is the price: for `k = 3` and many channels
/// about a ninth of the multiplications. Cost, depthwise first, `m = 1`: `Cin*(kH*kW + Cout)` per output cell instead of `Cin*Cout*kH*kW`.
///
/// Source: Chollet, "Xception: deep learning with depthwise separable convolutions", 2017 (depthwise first in its code, pointwise first in its
/// argument); Howard et al., "MobileNets", 2017, section 3.1. Notebook: `13-channels.ipynb`. The plain twin is {@link #reference()}.
///
/// @param depthwise the step that sees neighbours, with one group per channel
/// @param isPointwiseFirst which step comes first
public record SeparableConv2d(Conv2d depthwise, boolean isPointwiseFirst) {
    private static final String NAME = "SeparableConv2d";

    /// Returns the order of Xception's code and of MobileNets: first neighbours, then channels.
    ///
    /// @param depthwise with as many groups as `x` has channels, see {@link Conv2d#depthwise}
    public static SeparableConv2d depthwiseFirst(Conv2d depthwise) {
        return new SeparableConv2d(depthwise, false);
    }

    /// Returns the other order: first channels, then neighbours.
    ///
    /// @param depthwise with as many groups as the pointwise step makes channels, see {@link Conv2d#depthwise}
    public static SeparableConv2d pointwiseFirst(Conv2d depthwise) {
        return new SeparableConv2d(depthwise, true);
    }

    private Conv2d first() {
        return isPointwiseFirst ? Conv2d.pointwise() : depthwise;
    }

    private Conv2d second() {
        return isPointwiseFirst ? depthwise : Conv2d.pointwise();
    }

    /// Returns the shape of the result, `[N, Cout, Ho, Wo]`.
    ///
    /// @param x shape of the input
    /// @param dw shape of the depthwise weight, `[m*C, 1, kH, kW]`; depthwise first, `C = Cin`
    /// @param pw shape of the pointwise weight, `[Cout, m*Cin, 1, 1]` depthwise first, `[C, Cin, 1, 1]` pointwise first
    /// @throws IllegalArgumentException unless the depthwise weight has 1 on its second axis, and each step takes what it gets, see
    ///     {@link Conv2d#outputShape}
    public Shape outputShape(Shape x, Shape dw, Shape pw) {
        Shape middle = middleShape(x, dw, pw);
        return second().outputShape(middle, isPointwiseFirst ? dw : pw);
    }

    private Shape middleShape(Shape x, Shape dw, Shape pw) {
        if (dw.c() != 1) {
            throw new IllegalArgumentException(("%s: depthwise weight %s as [m*C, 1, kH, kW] must have 1 on its second axis, but has %d; "
                    + "groups must be the number of channels").formatted(NAME, dw, dw.c()));
        }
        return first().outputShape(x, isPointwiseFirst ? pw : dw);
    }

    /// Returns the result, without a bias.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and all tensors are on one backend
    public Tensor forward(Tensor x, Tensor dw, Tensor pw) {
        outputShape(x.shape(), dw.shape(), pw.shape());
        Backend.common(NAME, "x", x, "depthwise weight", dw);
        Backend.common(NAME, "x", x, "pointwise weight", pw);
        try (Tensor middle = first().forward(x, isPointwiseFirst ? pw : dw)) {
            return second().forward(middle, isPointwiseFirst ? dw : pw);
        }
    }

    /// Returns all gradients. The result of the first step is computed once more, not kept.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(x.shape(), dw.shape(), pw.shape())`
    public Gradients backward(Tensor gradOutput, Tensor x, Tensor dw, Tensor pw) {
        Checks.sameShape(NAME + ".backward", "gradOutput", outputShape(x.shape(), dw.shape(), pw.shape()), gradOutput.shape());
        Backend.common(NAME + ".backward", "gradOutput", gradOutput, "x", x);
        Tensor one = isPointwiseFirst ? pw : dw;
        Tensor two = isPointwiseFirst ? dw : pw;
        try (Tensor middle = first().forward(x, one); Tensor gradMiddle = second().gradInput(gradOutput, two, middle.shape())) {
            Tensor gradTwo = second().gradWeight(gradOutput, middle, two.shape());
            Tensor gradOne = first().gradWeight(gradMiddle, x, one.shape());
            Tensor gradInput = first().gradInput(gradMiddle, one, x.shape());
            return isPointwiseFirst ? new Gradients(gradInput, gradTwo, gradOne) : new Gradients(gradInput, gradOne, gradTwo);
        }
    }

    /// The gradients of the input and of both weights.
    ///
    /// @param input shape of `x`
    /// @param depthwise shape of the depthwise weight
    /// @param pointwise shape of the pointwise weight
    public record Gradients(Tensor input, Tensor depthwise, Tensor pointwise) { }

    /// Returns this operator with fixed weights, as a linear map of the picture: the two steps, one after the other.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}
    public LinearOperator on(Shape x, Tensor dw, Tensor pw) {
        Shape middle = middleShape(x, dw.shape(), pw.shape());
        return first().on(x, isPointwiseFirst ? pw : dw).then(second().on(middle, isPointwiseFirst ? dw : pw));
    }

    /// Returns the one convolution that computes the same with {@link #denseWeight}: the windows of the depthwise step, without groups.
    public Conv2d dense() {
        Geometry geometry = depthwise.geometry();
        return new Conv2d(geometry.withGroups(1));
    }

    /// Returns the kernel of {@link #dense}, `[Cout, Cin, kH, kW]`, on the backend of `dw`: the formula for `W` above.
    ///
    /// @throws IllegalArgumentException unless the weights fit each other
    public Tensor denseWeight(Tensor dw, Tensor pw) {
        int groups = depthwise.geometry().groups();
        Checks.sameSize(NAME, "size of the second axis of the depthwise weight " + dw.shape(), 1, dw.shape().c());
        Checks.sameSize(NAME, "rest of the channels of the depthwise weight " + dw.shape() + " divided by groups=" + groups, 0, dw.shape().n() % groups);
        if (isPointwiseFirst) {
            Checks.sameSize(NAME, "results of the pointwise weight " + pw.shape() + ", the groups of the depthwise step,", groups, pw.shape().n());
        } else {
            Checks.sameSize(NAME, "inputs of the pointwise weight " + pw.shape() + ", the results of the depthwise step,", dw.shape().n(), pw.shape().c());
        }
        DoubleTensor kernels = DoubleTensor.of(dw);
        DoubleTensor mix = DoubleTensor.of(pw);
        return (isPointwiseFirst ? dealtOut(kernels, mix) : mixed(kernels, mix)).toFloat().to(dw.backend());
    }

    /// `W[co,ci] = sum over k in m*ci .. m*ci+m-1 of pw[co,k] * dw[k]`
    private DoubleTensor mixed(DoubleTensor dw, DoubleTensor pw) {
        int groups = depthwise.geometry().groups();
        int perChannel = dw.shape().n() / groups;
        DoubleTensor dense = DoubleTensor.zeros(Shape.of(pw.shape().n(), groups, dw.shape().h(), dw.shape().w()));
        for (int co = 0; co < pw.shape().n(); co++) {
            Interrupts.check();
            for (int k = 0; k < dw.shape().n(); k++) addKernel(dense, co, k / perChannel, pw.get(co, k, 0, 0), dw, k);
        }
        return dense;
    }

    /// `W[co,ci] = dw[co] * pw[co/m, ci]`
    private DoubleTensor dealtOut(DoubleTensor dw, DoubleTensor pw) {
        int perChannel = dw.shape().n() / depthwise.geometry().groups();
        DoubleTensor dense = DoubleTensor.zeros(Shape.of(dw.shape().n(), pw.shape().c(), dw.shape().h(), dw.shape().w()));
        for (int co = 0; co < dw.shape().n(); co++) {
            Interrupts.check();
            for (int ci = 0; ci < pw.shape().c(); ci++) addKernel(dense, co, ci, pw.get(co / perChannel, ci, 0, 0), dw, co);
        }
        return dense;
    }

    private static void addKernel(DoubleTensor dense, int co, int ci, double factor, DoubleTensor kernels, int kernel) {
        int taps = dense.shape().planeSize();
        for (int tap = 0; tap < taps; tap++) dense.data()[dense.shape().index(co, ci, 0, 0) + tap] += factor * kernels.data()[kernel * taps + tap];
    }

    /// Returns the same two steps as plain loops in double.
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link SeparableConv2d}, made of the references of its steps.
    ///
    /// @param separable the parameters
    public record Reference(SeparableConv2d separable) {

        /// Returns the result.
        public DoubleTensor forward(DoubleTensor x, DoubleTensor dw, DoubleTensor pw) {
            boolean swapped = separable.isPointwiseFirst;
            DoubleTensor middle = separable.first().reference().forward(x, swapped ? pw : dw);
            return separable.second().reference().forward(middle, swapped ? dw : pw);
        }

        /// Returns the gradients of input, depthwise and pointwise weight, in this order.
        public DoubleTensor[] backward(DoubleTensor gradOutput, DoubleTensor x, DoubleTensor dw, DoubleTensor pw) {
            boolean swapped = separable.isPointwiseFirst;
            DoubleTensor one = swapped ? pw : dw;
            DoubleTensor two = swapped ? dw : pw;
            DoubleTensor middle = separable.first().reference().forward(x, one);
            DoubleTensor gradMiddle = separable.second().reference().gradInput(gradOutput, two, middle.shape());
            DoubleTensor gradTwo = separable.second().reference().gradWeight(gradOutput, middle, two.shape());
            DoubleTensor gradOne = separable.first().reference().gradWeight(gradMiddle, x, one.shape());
            DoubleTensor gradInput = separable.first().reference().gradInput(gradMiddle, one, x.shape());
            return swapped ? new DoubleTensor[] {gradInput, gradTwo, gradOne} : new DoubleTensor[] {gradInput, gradOne, gradTwo};
        }
    }
}
