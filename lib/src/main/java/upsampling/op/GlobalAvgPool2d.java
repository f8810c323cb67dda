package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;

/// Global average pooling: the mean of every plane.
///
/// ```
/// y[n,c,0,0] = sum of x[n,c,h,w] over all h, w / (H*W)
/// backward     gradInput[n,c,h,w] = gradOutput[n,c,0,0] / (H*W)
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, C, 1, 1]`. The same as `AdaptiveAvgPool2d.of(1)`; ONNX calls it `GlobalAveragePool`.
///
/// Use it instead of flattening in front of the classifier: no weights, any input size. In VGG16 the first dense layer alone has
/// 102 764 544 parameters; global average pooling and one dense layer from 512 to 1000 have 513 000. Cost: one addition per input cell.
///
/// Source: Lin, Chen and Yan, "Network in network", 2014, section 3.2. Notebook: `01-pooling.ipynb`. The plain twin is {@link #reference()}.
public record GlobalAvgPool2d() implements FixedOperator {
    private static final String NAME = "GlobalAvgPool2d";

    /// Returns the pooling; it has no parameters.
    public static GlobalAvgPool2d of() {
        return new GlobalAvgPool2d();
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result, `[N, C, 1, 1]`.
    @Override
    public Shape outputShape(Shape in) {
        return in.withSize(1, 1);
    }

    /// Returns this pooling for one input shape, as a linear map whose adjoint is {@link #backward}.
    @Override
    public LinearOperator on(Shape inputShape) {
        return new BoxAverage(NAME, inputShape, outputShape(inputShape), whole(inputShape.h()), whole(inputShape.w()), reference().on(inputShape));
    }

    private static Intervals whole(int in) {
        return new Intervals(new int[] {0}, new int[] {in}, new int[] {in});
    }

    /// Returns the same pooling as plain loops in double.
    @Override
    public Reference reference() {
        return new Reference();
    }

    /// The formulas of {@link GlobalAvgPool2d}, loop for loop.
    public record Reference() implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            Shape in = x.shape();
            DoubleTensor y = DoubleTensor.zeros(in.withSize(1, 1));
            for (int plane = 0; plane < in.planes(); plane++) {
                Interrupts.check();
                double sum = 0;
                for (int cell = 0; cell < in.planeSize(); cell++) {
                    sum += x.data()[plane * in.planeSize() + cell];
                }
                y.data()[plane] = sum / in.planeSize();
            }
            return y;
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            DoubleTensor gradInput = DoubleTensor.zeros(in);
            for (int i = 0; i < in.size(); i++) {
                if (i % in.planeSize() == 0) Interrupts.check();
                gradInput.data()[i] = gradOutput.data()[i / in.planeSize()] / in.planeSize();
            }
            return gradInput;
        }
    }
}
