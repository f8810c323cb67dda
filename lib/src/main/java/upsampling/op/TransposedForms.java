package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Strided;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Three ways to compute the same transposed convolution. Which one is meant differs from text to text; the results do not.
///
/// ```
/// scatter      every input cell stamps the kernel onto the output                         ConvTranspose2d itself
/// insertion    zeros between the cells, then an ordinary convolution with stride 1 and
///              the kernel rotated by 180 degrees, its channel axes swapped in every group,
///              padding d*(k-1) - p in front and d*(k-1) - p + outputPadding at the end      negative: cropped
/// matrix       the transposed matrix of the convolution with the same numbers             y = C^T x
/// ```
/// Sizes: `s*(n-1) + 1` cells after the insertion, plus both paddings, minus `d*(k-1)` in the convolution: the size of {@link ConvTranspose2d}.
///
/// The insertion spends `1 - 1/(sH*sW)` of its multiplications on zeros, and the matrix holds mostly zeros: both are for understanding. Mistakes that
/// the comparison brings to light: a kernel that is not rotated, `p` in place of `d*(k-1) - p`, an output padding that is cropped in front.
///
/// Cost: the multiplications of the scattering, `sH*sW` times as many for the insertion, and for the matrix one per pair of an input and an output.
///
/// Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 4; Shi et al., "Is the deconvolution layer the same
/// as a convolutional layer?", 2016. Notebook: `04-transposed.ipynb`.
///
/// @param operator the transposed convolution
public record TransposedForms(ConvTranspose2d operator) {

    /// Returns the three forms of one operator.
    public static TransposedForms of(ConvTranspose2d operator) {
        return new TransposedForms(operator);
    }

    /// Returns the first form, as a linear map of the picture: the operator itself.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link ConvTranspose2d#outputShape}
    public LinearOperator scatter(Shape x, Tensor weight) {
        return operator.on(x, weight);
    }

    /// Returns the second form, with gradients of its own: an operator with the same weight as {@link ConvTranspose2d}.
    public InsertionForm insertion() {
        return new InsertionForm(operator);
    }

    /// Returns the third form, as a linear map of the picture: the matrix of the convolution from large to small, transposed.
    ///
    /// With an output padding of at least the stride, which a dilation makes legal, the convolution has windows on the large picture that no cell of `x`
    /// belongs to. Their rows are left out: then this is not the adjoint of a whole convolution.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, and the matrix has at most 2^24 entries
    public MatrixOperator matrix(Shape x, Tensor weight) {
        Shape large = operator.outputShape(x, weight.shape());
        LinearOperator convolution = new Conv2d(operator.geometry()).on(large, weight);
        return MatrixOperator.transposeOf(convolution.then(Crop.of(0, 0, x.h(), x.w()).on(convolution.outputShape())));
    }

    /// Returns the zeros that the second form puts between the cells.
    public ZeroInsertion zeroInsertion() {
        return ZeroInsertion.of(height().stride(), width().stride());
    }

    /// Returns the padding of the second form; negative sides crop.
    public Pad padding() {
        int top = height().effectiveKernel() - 1 - height().padding();
        int left = width().effectiveKernel() - 1 - width().padding();
        return Pad.of(top, top + operator.outputPaddingHeight(), left, left + operator.outputPaddingWidth());
    }

    /// Returns the convolution of the second form: stride 1, no padding, dilation and groups of the operator.
    public Conv2d convolution() {
        return new Conv2d(new Geometry(new Window(height().kernel(), 1, 0, height().dilation()), new Window(width().kernel(), 1, 0, width().dilation()),
                operator.geometry().groups()));
    }

    private Window height() {
        return operator.geometry().height();
    }

    private Window width() {
        return operator.geometry().width();
    }

    /// Returns the weight of the second form: every kernel rotated by 180 degrees, the channel axes swapped in every group. Doing it twice gives the
    /// weight back, so the same call leads from the convolution's weight to the operator's.
    ///
    /// ```
    /// rotated[g*Cout/groups + co, ci, kh, kw] = weight[g*Cin/groups + ci, co, kH-1 - kh, kW-1 - kw]
    /// ```
    ///
    /// @param weight `[Cin, Cout/groups, kH, kW]`
    /// @return `[Cout, Cin/groups, kH, kW]`
    /// @throws IllegalArgumentException unless `groups` divides the first axis
    public Tensor rotated(Tensor weight) {
        Shape to = rotatedShape(weight.shape());
        Tensor rotated = weight.backend().empty(to);
        int groups = operator.geometry().groups();
        int[] sizes = {groups, to.n() / groups, to.c(), to.h(), to.w()};
        Strided swapped = Strided.of(weight, groups, to.c(), to.n() / groups, to.h(), to.w()).permuted(0, 2, 1, 3, 4);
        Strided upright = swapped.from(0, 0, 0, to.h() - 1, to.w() - 1); // the last tap, from which the kernel is read backwards
        int[] backwards = upright.strides().clone();
        backwards[3] = -backwards[3];
        backwards[4] = -backwards[4];
        Backend backend = weight.backend();
        backend.copy(new Strided(weight, upright.offset(), backwards), Strided.of(rotated, sizes), sizes);
        return rotated;
    }

    Shape rotatedShape(Shape weight) {
        int groups = operator.geometry().groups();
        if (weight.n() % groups != 0) {
            throw new IllegalArgumentException(("TransposedForms: weight %s as [Cin, Cout/groups, kH, kW] has %d channels on its first axis, "
                    + "which groups=%d does not divide").formatted(weight, weight.n(), groups));
        }
        return Shape.of(Math.multiplyExact(weight.c(), groups), weight.n() / groups, weight.h(), weight.w());
    }
}
