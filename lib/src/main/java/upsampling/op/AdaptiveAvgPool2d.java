package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;

/// Adaptive average pooling: the mean of cells chosen so that the result has a wanted size, whatever the size of the input.
///
/// ```
/// y[n,c,i,j] = mean of x[n,c,h,w] over floor(i*H/Ho) <= h < ceil((i+1)*H/Ho), floor(j*W/Wo) <= w < ceil((j+1)*W/Wo)
/// backward   gradInput[n,c,h,w] += gradOutput[n,c,i,j] / cells(i,j)    for every cell of the box
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, Ho, Wo]`, the wanted size; it may be larger than the input, and boxes overlap when `Ho` does not divide
/// `H`. PyTorch's `area` interpolation is the same operator. ONNX has no such operator; Keras 3 and TensorFlow call it
/// `AdaptiveAveragePooling2D`.
///
/// Use it in front of a dense layer that expects a fixed size. Cost: at least one addition per input cell, no extra memory, nothing to
/// learn.
///
/// Source: He, Zhang, Ren and Sun, "Spatial pyramid pooling in deep convolutional networks for visual recognition", 2014, section 2.2 (bins
/// whose size follows the input). Notebook: `01-pooling.ipynb`. The plain twin is {@link #reference()}.
///
/// @param outHeight wanted rows, >= 1
/// @param outWidth wanted columns, >= 1
public record AdaptiveAvgPool2d(int outHeight, int outWidth) implements FixedOperator {
    private static final String NAME = "AdaptiveAvgPool2d";

    /// @throws IllegalArgumentException unless both sizes are >= 1
    public AdaptiveAvgPool2d {
        Checks.atLeast(1, NAME, "output height", outHeight);
        Checks.atLeast(1, NAME, "output width", outWidth);
    }

    /// Returns a pooling to `size x size` cells.
    public static AdaptiveAvgPool2d of(int size) {
        return of(size, size);
    }

    /// Returns a pooling to `outHeight x outWidth` cells.
    public static AdaptiveAvgPool2d of(int outHeight, int outWidth) {
        return new AdaptiveAvgPool2d(outHeight, outWidth);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, outHeight, outWidth]`.
    @Override
    public Shape outputShape(Shape in) {
        return in.withSize(outHeight, outWidth);
    }

    /// Returns this pooling for one input shape, as a linear map whose adjoint is {@link #backward}.
    @Override
    public LinearOperator on(Shape inputShape) {
        return on(NAME, inputShape);
    }

    /// The same for {@link Resize#area}, which is named in messages.
    LinearOperator on(String who, Shape inputShape) {
        Intervals rows = Intervals.adaptive(inputShape.h(), outHeight);
        Intervals columns = Intervals.adaptive(inputShape.w(), outWidth);
        return new BoxAverage(who, inputShape, outputShape(inputShape), rows, columns, reference().on(inputShape));
    }

    /// Returns the same pooling as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link AdaptiveAvgPool2d}, loop for loop: a cell belongs to a box if the two overlap as intervals of real numbers,
    /// `h < (i+1)*H/Ho` and `h+1 > i*H/Ho`. No rounding is needed, and a test compares this with the rounded bounds of the operator.
    ///
    /// @param pool the parameters
    public record Reference(AdaptiveAvgPool2d pool) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            Shape in = x.shape();
            Shape out = pool.outputShape(in);
            DoubleTensor y = DoubleTensor.zeros(out);
            for (int o = 0; o < out.size(); o++) {
                Interrupts.check();
                int plane = o / out.planeSize();
                double sum = 0;
                int cells = 0;
                for (int h = 0; h < in.h(); h++) {
                    for (int w = 0; w < in.w(); w++) {
                        if (!isInBox(in, out, h, w, o)) continue;
                        sum += x.data()[(plane * in.h() + h) * in.w() + w];
                        cells++;
                    }
                }
                y.data()[o] = sum / cells;
            }
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            Shape out = gradOutput.shape();
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            for (int o = 0; o < out.size(); o++) {
                Interrupts.check();
                int plane = o / out.planeSize();
                int cells = 0;
                for (int cell = 0; cell < in.planeSize(); cell++) {
                    if (isInBox(in, out, cell / in.w(), cell % in.w(), o)) cells++;
                }
                for (int cell = 0; cell < in.planeSize(); cell++) {
                    if (isInBox(in, out, cell / in.w(), cell % in.w(), o)) {
                        gradInput.data()[plane * in.planeSize() + cell] += gradOutput.data()[o] / cells;
                    }
                }
            }
            return gradInput;
        }

        private static boolean isInBox(Shape in, Shape out, int h, int w, int o) {
            return overlaps(h, in.h(), o / out.w() % out.h(), out.h()) && overlaps(w, in.w(), o % out.w(), out.w());
        }

        /// Whether cell `[h, h+1)` of an axis of `in` cells meets `[i*in/out, (i+1)*in/out)`; multiplied by `out` to stay in whole numbers.
        private static boolean overlaps(int h, int in, int i, int out) {
            return (long) h * out < (i + 1L) * in && (h + 1L) * out > (long) i * in;
        }
    }
}
