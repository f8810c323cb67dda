package upsampling.op;

import java.util.Arrays;
import java.util.Objects;
import upsampling.backend.Interrupts;
import upsampling.tensor.Border;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Window;

/// Slides one fixed kernel along the rows and the columns of every plane; with a stride it keeps every s-th result only.
///
/// ```
/// y[n,c,i,j] = sum over a, b of kernel[a] * kernel[b] * x[n, c, border(s*i - origin + a), border(s*j - origin + b)]
/// backward     the adjoint: gradInput collects every product in which x took part
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]` with `Ho = floor((H-1)/s) + 1`: the size of the picture, or every s-th row of it.
///
/// A kernel with an even number of taps has no middle: [1,3,3,1]/8 with `origin = 1` moves the picture by half a cell. The weights may have any sum;
/// behind a zero insertion with stride `s` the sum `s` keeps the brightness. At the border, `REPLICATE` and `REFLECT` keep a constant picture constant,
/// `ZERO` darkens. Cost: `2k` multiplications per output, for a kernel of `k` taps.
///
/// Source: Zhang, "Making convolutional networks shift-invariant again", 2019, section 3.2 (blur and stride); Karras et al., "A style-based generator
/// architecture", 2019, appendix C (blur behind upsampling). Notebook: `06-repairs.ipynb`. With a width that is learned: {@link GaussianBlur}; the
/// plain twin is {@link #reference()}.
///
/// @param kernel weights of both axes, at least one, finite; copied
/// @param origin the tap that lies on the cell itself, `0 .. kernel.length - 1`
/// @param stride distance of the results that are kept, >= 1
/// @param border what stands beyond the picture
public record Blur(double[] kernel, int origin, int stride, Border border) implements FixedOperator {
    private static final String NAME = "Blur";

    /// @throws IllegalArgumentException unless there is a weight, all are finite, the origin is one of them and `stride >= 1`
    public Blur {
        Checks.atLeast(1, NAME, "number of weights", kernel.length);
        for (int t = 0; t < kernel.length; t++) Checks.finite(NAME, "kernel[" + t + "]", kernel[t]);
        Checks.index(NAME, "origin", origin, kernel.length);
        Checks.atLeast(1, NAME, "stride", stride);
        kernel = kernel.clone();
    }

    /// Returns a blur with these weights as they are; the origin is the middle, or the tap before it. The border is repeated.
    public static Blur of(double... kernel) {
        Checks.atLeast(1, NAME, "number of weights", kernel.length);
        return new Blur(kernel, (kernel.length - 1) / 2, 1, Border.REPLICATE);
    }

    /// Returns the binomial kernel with sum 1: [1,1]/2, [1,2,1]/4, [1,3,3,1]/8, [1,4,6,4,1]/16. Each is the one before, averaged over two neighbours.
    ///
    /// @throws IllegalArgumentException unless `taps >= 1`
    public static Blur binomial(int taps) {
        double[] kernel = new double[Checks.atLeast(1, NAME, "number of weights", taps)];
        kernel[0] = 1;
        for (int row = 1; row < taps; row++) {
            for (int t = row; t >= 0; t--) kernel[t] = (kernel[t] + (t > 0 ? kernel[t - 1] : 0)) / 2;
        }
        return of(kernel);
    }

    /// Returns the zero-order hold of Sugawara, Shiota and Kiya: the sum of the last `s` rows and columns, `y[i] = x[i] + x[i-1] + ... + x[i-s+1]`.
    ///
    /// Its frequency response is zero at all waves that a stride of `s` folds onto a constant. So behind a transposed convolution with that stride it
    /// removes the checkerboard of flat regions, whatever the weights are. Of zero insertion it makes nearest neighbours.
    ///
    /// Source: "Super-resolution using convolutional neural networks without any checkerboard artifacts", 2018, section 3.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`
    public static Blur zeroOrderHold(int stride) {
        double[] ones = new double[Checks.atLeast(1, NAME, "stride of the hold", stride)];
        Arrays.fill(ones, 1);
        return new Blur(ones, stride - 1, 1, Border.REPLICATE);
    }

    /// Returns this blur with another stride.
    public Blur withStride(int newStride) {
        return new Blur(kernel, origin, newStride, border);
    }

    /// Returns this blur with another border.
    public Blur withBorder(Border newBorder) {
        return new Blur(kernel, origin, stride, newBorder);
    }

    /// Returns this blur with another origin.
    public Blur withOrigin(int newOrigin) {
        return new Blur(kernel, newOrigin, stride, border);
    }

    @Override
    public double[] kernel() {
        return kernel.clone();
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, floor((H-1)/s) + 1, floor((W-1)/s) + 1]`.
    ///
    /// @throws IllegalArgumentException unless the axes are long enough for the border rule
    @Override
    public Shape outputShape(Shape in) {
        border.check(NAME, "taps above", origin, "height", in.h());
        border.check(NAME, "taps below", kernel.length - 1 - origin, "height", in.h());
        border.check(NAME, "taps on the left", origin, "width", in.w());
        border.check(NAME, "taps on the right", kernel.length - 1 - origin, "width", in.w());
        Window kept = Window.of(1).withStride(stride); // one window on each cell that is kept
        return in.withSize(kept.outputSize(NAME, "height", in.h(), false), kept.outputSize(NAME, "width", in.w(), false));
    }

    /// Returns this blur for one input shape, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the axes are long enough for the border rule
    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new Separable(NAME, inputShape, out, taps(inputShape.h(), out.h()), taps(inputShape.w(), out.w()), reference().on(inputShape));
    }

    private Taps taps(int in, int out) {
        return Taps.filter(in, out, stride, origin, border, kernel);
    }

    /// Returns whether the other is a blur with the same parameters: a record by itself would compare the arrays of weights by identity.
    @Override
    public boolean equals(Object other) {
        return other instanceof Blur blur && Arrays.equals(kernel, blur.kernel)
                && origin == blur.origin && stride == blur.stride && border == blur.border;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(kernel), origin, stride, border);
    }

    /// Returns the weights and the other parameters.
    @Override
    public String toString() {
        return "Blur " + Arrays.toString(kernel) + " origin " + origin + " s" + stride + " " + border;
    }

    /// Returns the same blur as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Blur}, loop for loop, product by product. The operator adds the weights of taps that see the same cell beyond a border
    /// first. Where they cancel, as of the kernel (1, -1), it leaves that cell out, and a NaN in it does not spread; here `NaN - NaN` is NaN.
    ///
    /// @param blur the parameters
    public record Reference(Blur blur) implements FixedOperator.Reference {
        @Override
        public DoubleTensor forward(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(blur.outputShape(x.shape()));
            eachTap(x.shape(), y.shape(), (read, a, b, written) -> y.data()[written] += blur.kernel[a] * blur.kernel[b] * x.data()[read]);
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            eachTap(in, gradOutput.shape(),
                    (read, a, b, written) -> gradInput.data()[read] += blur.kernel[a] * blur.kernel[b] * gradOutput.data()[written]);
            return gradInput;
        }

        /// Visits every product `kernel[a] * kernel[b] * x[read]` that is added to `y[written]`.
        void eachTap(Shape in, Shape out, Tap tap) {
            int taps = blur.kernel.length;
            for (int written = 0; written < out.size(); written++) {
                Interrupts.check();
                int plane = written / out.planeSize();
                int i = written / out.w() % out.h();
                int j = written % out.w();
                for (int a = 0; a < taps; a++) {
                    int h = Pad.Reference.cell(blur.border, i * blur.stride - blur.origin + a, in.h());
                    for (int b = 0; b < taps; b++) {
                        int w = Pad.Reference.cell(blur.border, j * blur.stride - blur.origin + b, in.w());
                        boolean isSeen = h >= 0 && w >= 0 && blur.kernel[a] * blur.kernel[b] != 0; // 0 * NaN would be NaN
                        if (isSeen) tap.at((plane * in.h() + h) * in.w() + w, a, b, written);
                    }
                }
            }
        }
    }

    /// What happens to one product of a blur.
    interface Tap {
        /// @param read index of the cell that is read
        /// @param a tap along the rows
        /// @param b tap along the columns
        /// @param written index of the cell that is written
        void at(int read, int a, int b, int written);
    }
}
