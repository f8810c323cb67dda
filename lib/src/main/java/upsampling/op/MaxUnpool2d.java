package upsampling.op;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Max unpooling: puts every value back to the cell where max pooling found it, and fills the rest with zeros.
///
/// ```
/// y[n,c,index[n,c,h,w]] = x[n,c,h,w], every other cell of y is 0
/// backward   gradInput[n,c,h,w] = gradOutput[n,c,index[n,c,h,w]]
/// ```
/// Shapes: `x [N, C, H, W]` and one index per value -> `y [N, C, Ho, Wo]` with `Ho = (H-1)*sH - 2*pH + kH`, or a wanted size that differs
/// from that by less than a stride: pooling rounds down, so several inputs have the same pooled size. The result is not the input of the
/// pooling: only the maxima return.
///
/// An index is `h*W + w` in the plane of the *output*. With another width than that of the pooled picture the values land elsewhere; the
/// wanted size should be the size that was pooled. When windows overlap, a cell may be named twice: then the last one in row-major order is
/// kept, and only it has a gradient. PyTorch calls that undefined: with several threads any of them may stay, and all get a gradient. ONNX
/// `MaxUnpool` counts indices through `N*C*H*W`, and runtimes differ when `output_shape` is given. TensorFlow has no such operator.
///
/// Use it where a decoder must know which cell was the strongest (SegNet). Cost: one copy per value; nothing to learn.
///
/// Source: Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014, section 2.1. Notebook:
/// `01-pooling.ipynb`. The plain twin is the reference of {@link #on}.
///
/// @param height window of the pooling along the rows
/// @param width window of the pooling along the columns
/// @param outHeight wanted rows; 0 for the default size
/// @param outWidth wanted columns; 0 for the default size
public record MaxUnpool2d(Window height, Window width, int outHeight, int outWidth) {
    private static final String NAME = "MaxUnpool2d";

    /// @throws IllegalArgumentException unless both paddings are at most floor(kernel/2), both dilations are 1, and both sizes are >= 0
    public MaxUnpool2d {
        PoolingRules.checkPadding(NAME, "height", height);
        PoolingRules.checkPadding(NAME, "width", width);
        Checks.sameSize(NAME, "height dilation (unpooling has none)", 1, height.dilation());
        Checks.sameSize(NAME, "width dilation (unpooling has none)", 1, width.dilation());
        Checks.atLeast(0, NAME, "outHeight", outHeight);
        Checks.atLeast(0, NAME, "outWidth", outWidth);
    }

    /// Returns the unpooling of {@link MaxPool2d#of(int)}: windows side by side.
    public static MaxUnpool2d of(int kernel) {
        return of(MaxPool2d.of(kernel));
    }

    /// Returns the unpooling of a max pooling.
    ///
    /// @throws IllegalArgumentException unless the pooling has dilation 1
    public static MaxUnpool2d of(MaxPool2d pool) {
        return new MaxUnpool2d(pool.height(), pool.width(), 0, 0);
    }

    /// Returns this unpooling with a wanted size: that of the picture which was pooled.
    ///
    /// @throws IllegalArgumentException unless both are >= 1
    public MaxUnpool2d withOutputSize(int newHeight, int newWidth) {
        Checks.atLeast(1, NAME, "outHeight", newHeight);
        Checks.atLeast(1, NAME, "outWidth", newWidth);
        return new MaxUnpool2d(height, width, newHeight, newWidth);
    }

    /// Returns the shape of the result, `[N, C, Ho, Wo]`.
    ///
    /// @throws IllegalArgumentException unless a wanted size differs from the default by less than the stride, or the default is >= 1
    public Shape outputShape(Shape in) {
        return in.withSize(size("height", height, in.h(), outHeight), size("width", width, in.w(), outWidth));
    }

    private static int size(String axis, Window window, int in, int wanted) {
        if (wanted == 0) return window.transposedOutputSize(NAME, axis, in);
        long usual = window.transposedSpan(in);
        long least = Math.max(1, usual - window.stride() + 1);
        long most = usual + window.stride() - 1;
        if (wanted < least || wanted > most) {
            throw new IllegalArgumentException("%s: output %s must be in %d..%d, but was %d; it must be less than stride=%d away from %s".formatted(
                    NAME, axis, least, most, wanted, window.stride(),
                    "%d = (%d-1)*%d - 2*%d + %d".formatted(usual, in, window.stride(), window.padding(), window.kernel())));
        }
        return wanted;
    }

    /// Returns the unpooled planes, `[N, C, Ho, Wo]`.
    ///
    /// @param x values, such as those of {@link MaxPool2d#forwardWithIndices}
    /// @param indices one per value, row-major over `[N, C, H, W]`
    /// @throws IllegalArgumentException unless the wanted size is allowed and there is one index inside the plane of the output per value
    public Tensor forward(Tensor x, int[] indices) {
        return on(x.shape(), indices).apply(x);
    }

    /// Returns the gradient of the input: each value reads the gradient of its cell.
    ///
    /// @throws IllegalArgumentException unless `gradOutput` has the shape `outputShape(inputShape)` and the indices are allowed
    public Tensor backward(Tensor gradOutput, int[] indices, Shape inputShape) {
        Checks.sameShape(NAME + ".backward", "gradOutput", outputShape(inputShape), gradOutput.shape());
        return on(inputShape, indices).adjoint(gradOutput);
    }

    /// Returns this unpooling for one input shape and given indices, as a linear map whose adjoint is {@link #backward}.
    ///
    /// @throws IllegalArgumentException unless the wanted size is allowed and there is one index inside the plane of the output per value
    public LinearOperator on(Shape inputShape, int[] indices) {
        Shape out = outputShape(inputShape);
        Checks.sameSize(NAME, "number of indices for the input " + inputShape, inputShape.size(), indices.length);
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= out.planeSize()) {
                throw new IllegalArgumentException(("%s: indices[%d] must be in 0..%d, but was %d; "
                        + "an index is h*W + w in its own plane of the output %s; "
                        + "ask for the size of the picture that was pooled: .withOutputSize(height, width)").formatted(
                        NAME, i, out.planeSize() - 1, indices[i], out));
            }
        }
        return new Unpooling(inputShape, out, withoutOverwritten(indices, inputShape, out));
    }

    /// Returns the indices with -1 for values that a later value of the same plane overwrites.
    private static int[] withoutOverwritten(int[] indices, Shape in, Shape out) {
        int[] kept = indices.clone();
        int[] lastWriter = new int[out.planeSize()];
        for (int plane = 0; plane < in.planes(); plane++) {
            Arrays.fill(lastWriter, -1);
            for (int i = plane * in.planeSize(); i < (plane + 1) * in.planeSize(); i++) {
                if (lastWriter[indices[i]] >= 0) kept[lastWriter[indices[i]]] = -1;
                lastWriter[indices[i]] = i;
            }
        }
        return kept;
    }

    /// @param kept for each input its cell in the output, or -1; no cell of a plane twice
    private record Unpooling(Shape inputShape, Shape outputShape, int[] kept) implements LinearOperator {

        @Override
        public Tensor apply(Tensor x) {
            Checks.sameShape(NAME + ".apply", "x", inputShape, x.shape());
            Tensor y = x.backend().empty(outputShape);
            x.backend().scatterSum(x, Indices.of(kept), y);
            return y;
        }

        @Override
        public Tensor adjoint(Tensor y) {
            Checks.sameShape(NAME + ".adjoint", "y", outputShape, y.shape());
            Tensor x = y.backend().empty(inputShape);
            y.backend().gather(y, Indices.of(kept), x);
            return x;
        }

        @Override
        public Reference reference() {
            return Reference.of(this::putBack, this::readBack).checked(NAME, inputShape, outputShape);
        }

        private DoubleTensor putBack(DoubleTensor x) {
            DoubleTensor y = DoubleTensor.zeros(outputShape);
            for (int i = 0; i < kept.length; i++) {
                if (i % inputShape.w() == 0) Interrupts.check();
                if (kept[i] >= 0) y.data()[target(i)] = x.data()[i];
            }
            return y;
        }

        private DoubleTensor readBack(DoubleTensor y) {
            DoubleTensor x = DoubleTensor.zeros(inputShape);
            for (int i = 0; i < kept.length; i++) {
                if (i % inputShape.w() == 0) Interrupts.check();
                if (kept[i] >= 0) x.data()[i] = y.data()[target(i)];
            }
            return x;
        }

        private int target(int i) {
            return i / inputShape.planeSize() * outputShape.planeSize() + kept[i];
        }
    }
}
