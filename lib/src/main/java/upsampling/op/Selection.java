package upsampling.op;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Copies chosen cells, plane by plane: the derivative of max pooling. Its adjoint puts values back where they came from.
///
/// ```
/// apply      y[n,c,o] = x[n,c,indices[n,c,o]]
/// adjoint    x[n,c,indices[n,c,o]] += y[n,c,o]
/// ```
/// Its matrix has a single 1 in every row. Cost: one copy or addition per output.
///
/// @param inputShape `[N, C, H, W]`
/// @param outputShape `[N, C, Ho, Wo]`, the same `N` and `C`
/// @param indices one per output, row-major over `[N, C, Ho, Wo]`, each in `0 .. H*W-1`; not copied
public record Selection(Shape inputShape, Shape outputShape, int[] indices) implements LinearOperator {

    /// @throws IllegalArgumentException unless `N` and `C` agree and there is one index inside the plane for every output
    public Selection {
        Checks.sameSize("Selection", "N of the output", inputShape.n(), outputShape.n());
        Checks.sameSize("Selection", "C of the output", inputShape.c(), outputShape.c());
        checkIndices("Selection", indices, inputShape, outputShape);
    }

    static void checkIndices(String who, int[] indices, Shape inputShape, Shape outputShape) {
        Checks.sameSize(who, "number of indices for the output " + outputShape, outputShape.size(), indices.length);
        for (int o = 0; o < indices.length; o++) {
            if (indices[o] < 0 || indices[o] >= inputShape.planeSize()) {
                throw new IllegalArgumentException(("%s: indices[%d] must be in 0..%d, but was %d; "
                        + "an index is h*W + w in its own plane of the input %s, without padding").formatted(
                        who, o, inputShape.planeSize() - 1, indices[o], inputShape));
            }
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        Checks.sameShape("Selection.apply", "x", inputShape, x.shape());
        Tensor y = x.backend().empty(outputShape);
        x.backend().gather(x, Indices.of(indices), y);
        return y;
    }

    @Override
    public Tensor adjoint(Tensor y) {
        Checks.sameShape("Selection.adjoint", "y", outputShape, y.shape());
        Tensor x = y.backend().empty(inputShape);
        y.backend().scatterSum(y, Indices.of(indices), x);
        return x;
    }

    @Override
    public Reference reference() {
        return Reference.of(this::select, this::putBack).checked("Selection", inputShape, outputShape);
    }

    private DoubleTensor select(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(outputShape);
        for (int o = 0; o < indices.length; o++) {
            if (o % outputShape.w() == 0) Interrupts.check();
            y.data()[o] = x.data()[sourceOf(o)];
        }
        return y;
    }

    private DoubleTensor putBack(DoubleTensor y) {
        DoubleTensor x = DoubleTensor.zeros(inputShape);
        for (int o = 0; o < indices.length; o++) {
            if (o % outputShape.w() == 0) Interrupts.check();
            x.data()[sourceOf(o)] += y.data()[o];
        }
        return x;
    }

    private int sourceOf(int o) {
        int plane = o / outputShape.planeSize();
        return plane * inputShape.planeSize() + indices[o];
    }
}
