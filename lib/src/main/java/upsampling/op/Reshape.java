package upsampling.op;

import upsampling.backend.Strided;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The same values in another shape, picture by picture: between feature maps and the vectors of a dense layer.
///
/// ```
/// y[n, j] = x[n, j]        j counts the C*H*W values of a picture in row-major order
/// backward  the same, the other way round
/// ```
/// Shapes: `x [N, C, H, W]` -> `y [N, Cout, Ho, Wo]` with `Cout*Ho*Wo = C*H*W`. Its matrix is the identity. PyTorch's `view`, and `flatten(1)`
/// for {@link #flatten}. Cost: one copy. Notebook: `10-gan.ipynb`. The plain twin is {@link #reference()}.
///
/// @param channels wanted channels; 0 for a vector, `[N, C*H*W, 1, 1]`
/// @param height wanted rows; 0 for a vector
/// @param width wanted columns; 0 for a vector
public record Reshape(int channels, int height, int width) implements FixedOperator {
    private static final String NAME = "Reshape";

    /// @throws IllegalArgumentException unless all sizes are >= 1, or all are 0
    public Reshape {
        if (channels != 0 || height != 0 || width != 0) {
            Checks.atLeast(1, NAME, "channels", channels);
            Checks.atLeast(1, NAME, "height", height);
            Checks.atLeast(1, NAME, "width", width);
        }
    }

    /// Returns the reshape into feature maps.
    ///
    /// @throws IllegalArgumentException unless all sizes are >= 1
    public static Reshape to(int channels, int height, int width) {
        Checks.atLeast(1, NAME, "channels", channels);
        Checks.atLeast(1, NAME, "height", height);
        Checks.atLeast(1, NAME, "width", width);
        return new Reshape(channels, height, width);
    }

    /// Returns the reshape into vectors, `[N, C*H*W, 1, 1]`.
    public static Reshape flatten() {
        return new Reshape(0, 0, 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Returns the shape of the result.
    ///
    /// @throws IllegalArgumentException unless a picture has as many values as the wanted maps
    @Override
    public Shape outputShape(Shape in) {
        int values = in.size() / in.n();
        if (channels == 0) return Shape.of(in.n(), values, 1, 1);
        if ((long) channels * height * width != values) {
            throw new IllegalArgumentException("%s: a picture of %s has %d = %d*%d*%d values, but %d*%d*%d = %d were asked for".formatted(
                    NAME, in, values, in.c(), in.h(), in.w(), channels, height, width, (long) channels * height * width));
        }
        return Shape.of(in.n(), channels, height, width);
    }

    @Override
    public LinearOperator on(Shape inputShape) {
        Shape out = outputShape(inputShape);
        return new FunctionalOperator(NAME, inputShape, out, x -> copy(x, out), y -> copy(y, inputShape), reference().on(inputShape));
    }

    private static Tensor copy(Tensor x, Shape to) {
        Tensor y = x.backend().empty(to);
        x.backend().copy(Strided.of(x, to.size()), Strided.of(y, to.size()), to.size());
        return y;
    }

    @Override
    public Reference reference() {
        return new Reference(this);
    }

    /// The formulas of {@link Reshape}.
    ///
    /// @param reshape the parameters
    public record Reference(Reshape reshape) implements FixedOperator.Reference {

        @Override
        public DoubleTensor forward(DoubleTensor x) {
            return DoubleTensor.of(reshape.outputShape(x.shape()), x.data().clone());
        }

        @Override
        public DoubleTensor backward(DoubleTensor gradOutput, Shape in) {
            return DoubleTensor.of(in, gradOutput.data().clone());
        }
    }
}
