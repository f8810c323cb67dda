package upsampling.grader.shrink;

import java.lang.reflect.Array;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A stretch of one axis of a tensor `[N, C, H, W]`.
final class TensorCut {
    private TensorCut() { }

    /// Returns the positions `from .. from + keep - 1` of an axis.
    ///
    /// @param axis 0 for N, 1 for C, 2 for H, 3 for W
    static Tensor of(Tensor x, int axis, int from, int keep) {
        return Tensor.wrap(shape(x.shape(), axis, keep), (float[]) ofArray(x.data(), x.shape(), axis, from, keep), x.backend());
    }

    /// Returns the same positions of an array that has one element for each of the tensor's, in row-major order.
    static Object ofArray(Object array, Shape shape, int axis, int from, int keep) {
        Shape cut = shape(shape, axis, keep);
        Object part = Array.newInstance(array.getClass().getComponentType(), cut.size());
        int[] first = new int[4];
        first[axis] = from;
        for (int n = 0; n < cut.n(); n++) {
            for (int c = 0; c < cut.c(); c++) {
                for (int h = 0; h < cut.h(); h++) {
                    int row = shape.index(n + first[0], c + first[1], h + first[2], first[3]);
                    System.arraycopy(array, row, part, cut.index(n, c, h, 0), cut.w());
                }
            }
        }
        return part;
    }

    private static Shape shape(Shape shape, int axis, int keep) {
        return switch (axis) {
            case 0 -> Shape.of(keep, shape.c(), shape.h(), shape.w());
            case 1 -> Shape.of(shape.n(), keep, shape.h(), shape.w());
            case 2 -> shape.withSize(keep, shape.w());
            default -> shape.withSize(shape.h(), keep);
        };
    }
}
