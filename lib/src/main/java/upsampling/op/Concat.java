package upsampling.op;

import upsampling.backend.Backend;
import upsampling.backend.Strided;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Concatenation: joins tensors along their channels.
///
/// ```
/// y[n, first(p) + c, h, w] = x_p[n, c, h, w]      first(p) = C_0 + ... + C_(p-1), the channels of the parts before
/// backward    gradInput_p = the channels first(p) .. first(p) + C_p - 1 of gradOutput
/// ```
/// Shapes: parts `[N, C_p, H, W]` -> `y [N, C_0 + C_1 + ..., H, W]`. PyTorch: `torch.cat(parts, dim=1)`.
///
/// It is how a skip connection of the U-Net enters the decoder: the next convolution learns how to mix old and new channels. The map of one part,
/// {@link #on}, is linear; the result is the sum of these maps. Cost: one copy per cell.
///
/// Source: Ronneberger, Fischer and Brox, "U-Net: convolutional networks for biomedical image segmentation", 2015, figure 1. Notebook:
/// `11-unet.ipynb`. The plain twin is {@link #reference()}.
public record Concat() {
    private static final String NAME = "Concat";

    /// Returns the concatenation; it has no parameters.
    public static Concat of() {
        return new Concat();
    }

    /// Returns the shape of the result, `[N, C_0 + C_1 + ..., H, W]`.
    ///
    /// @throws IllegalArgumentException unless there is a part, and all parts agree in `N`, `H` and `W`
    /// @throws ArithmeticException if the size does not fit an `int`
    public Shape outputShape(Shape... parts) {
        Checks.atLeast(1, NAME, "number of parts", parts.length);
        Shape first = parts[0];
        long channels = 0;
        for (int p = 0; p < parts.length; p++) {
            if (parts[p].n() != first.n() || parts[p].h() != first.h() || parts[p].w() != first.w()) {
                throw new IllegalArgumentException("%s: part %d must be [%d, any, %d, %d] as part 0 %s, but was %s; MatchToSize crops or pads".formatted(
                        NAME, p, first.n(), first.h(), first.w(), first, parts[p]));
            }
            channels += parts[p].c();
        }
        if (channels > Integer.MAX_VALUE) throw Checks.tooLarge(NAME, "output channels", channels, "the sum of those of " + parts.length + " parts");
        return Shape.of(first.n(), (int) channels, first.h(), first.w());
    }

    /// Returns the parts side by side.
    ///
    /// @throws IllegalArgumentException unless the shapes are allowed, see {@link #outputShape}, and all parts are on one backend
    public Tensor forward(Tensor... parts) {
        Shape[] shapes = new Shape[parts.length];
        for (int p = 0; p < parts.length; p++) {
            shapes[p] = parts[p].shape();
            Backend.common(NAME, "part 0", parts[0], "part " + p, parts[p]);
        }
        Shape out = outputShape(shapes);
        Tensor y = parts[0].backend().empty(out);
        int first = 0;
        for (Tensor part : parts) {
            put(part, y, first);
            first += part.shape().c();
        }
        return y;
    }

    /// Returns the gradient of every part.
    ///
    /// @param parts shapes of the parts
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(parts)`
    public Tensor[] backward(Tensor gradOutput, Shape... parts) {
        Checks.sameShape(NAME + ".backward", "gradOutput", outputShape(parts), gradOutput.shape());
        Tensor[] gradients = new Tensor[parts.length];
        for (int p = 0; p < parts.length; p++) gradients[p] = take(gradOutput, parts[p], firstChannel(p, parts));
        return gradients;
    }

    /// Returns what becomes of one part alone, as a linear map: its channels among zeros. The adjoint cuts them out again.
    ///
    /// @param part which one, `0 .. parts.length - 1`
    /// @param parts shapes of all parts
    /// @throws IllegalArgumentException unless the part exists and the shapes are allowed, see {@link #outputShape}
    public LinearOperator on(int part, Shape... parts) {
        Shape out = outputShape(parts);
        Shape shape = parts[Checks.index(NAME, "part", part, parts.length)];
        int first = firstChannel(part, parts);
        LinearOperator.Reference reference = LinearOperator.Reference.of(x -> {
            DoubleTensor[] all = new DoubleTensor[parts.length];
            for (int p = 0; p < parts.length; p++) all[p] = p == part ? x : DoubleTensor.zeros(parts[p]);
            return reference().forward(all);
        }, y -> reference().backward(y, parts)[part]);
        return new FunctionalOperator(NAME, shape, out, x -> put(x, x.backend().allocate(out), first), y -> take(y, shape, first), reference);
    }

    private static int firstChannel(int part, Shape... parts) {
        int first = 0;
        for (int p = 0; p < part; p++) first += parts[p].c();
        return first;
    }

    private static Tensor put(Tensor part, Tensor whole, int firstChannel) {
        part.backend().copy(view(part), view(whole).from(0, firstChannel, 0), sizes(part.shape()));
        return whole;
    }

    private static Tensor take(Tensor whole, Shape shape, int firstChannel) {
        Tensor part = whole.backend().empty(shape);
        whole.backend().copy(view(whole).from(0, firstChannel, 0), view(part), sizes(shape));
        return part;
    }

    private static Strided view(Tensor tensor) {
        return Strided.of(tensor, sizes(tensor.shape()));
    }

    private static int[] sizes(Shape shape) {
        return new int[] {shape.n(), shape.c(), shape.planeSize()};
    }

    /// Returns the concatenation as plain loops in double.
    public Reference reference() {
        return new Reference();
    }

    /// The formulas of {@link Concat}, loop for loop.
    public record Reference() {

        /// Returns the parts side by side.
        public DoubleTensor forward(DoubleTensor... parts) {
            Shape[] shapes = new Shape[parts.length];
            for (int p = 0; p < parts.length; p++) shapes[p] = parts[p].shape();
            DoubleTensor y = DoubleTensor.zeros(Concat.of().outputShape(shapes));
            for (int p = 0; p < parts.length; p++) {
                for (int i = 0; i < parts[p].data().length; i++) y.data()[place(y.shape(), i, p, shapes)] = parts[p].data()[i];
            }
            return y;
        }

        /// Returns the gradient of every part.
        public DoubleTensor[] backward(DoubleTensor gradOutput, Shape... parts) {
            DoubleTensor[] gradients = new DoubleTensor[parts.length];
            for (int p = 0; p < parts.length; p++) {
                gradients[p] = DoubleTensor.zeros(parts[p]);
                for (int i = 0; i < parts[p].size(); i++) gradients[p].data()[i] = gradOutput.data()[place(gradOutput.shape(), i, p, parts)];
            }
            return gradients;
        }

        /// Where element `i` of part `p` stands in the whole.
        private static int place(Shape whole, int i, int p, Shape... parts) {
            Shape part = parts[p];
            int n = i / (part.c() * part.planeSize());
            int c = i / part.planeSize() % part.c();
            return whole.index(n, firstChannel(p, parts) + c, i / part.w() % part.h(), i % part.w());
        }
    }
}
