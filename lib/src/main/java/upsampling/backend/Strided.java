package upsampling.backend;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A part of a tensor, read as a box with any number of axes: element `(i0, i1, ...)` is `tensor[offset + i0*strides[0] + i1*strides[1] + ...]`.
///
/// Cropping is another offset, a permutation another order of the strides, a reshape other strides; nothing is copied.
///
/// @param tensor holds the elements
/// @param offset where element `(0, 0, ...)` is
/// @param strides one distance per axis
public record Strided(Tensor tensor, int offset, int... strides) {

    /// Returns the strides of a box whose elements lie one after the other, last axis first.
    static int[] rowMajor(int... sizes) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /// Returns the distances between neighbours in a tensor that is repeated along its axes of size 1: 0 there.
    ///
    /// @param shape of the tensor
    /// @param full of what it is repeated to
    public static int[] repeated(Shape shape, Shape full) {
        return new int[] {
            shape.n() < full.n() ? 0 : shape.c() * shape.planeSize(),
            shape.c() < full.c() ? 0 : shape.planeSize(),
            shape.h() < full.h() ? 0 : shape.w(),
            shape.w() < full.w() ? 0 : 1};
    }

    /// Returns a whole tensor as a box of other sizes with the same number of elements.
    public static Strided of(Tensor tensor, int... sizes) {
        return new Strided(tensor, 0, rowMajor(sizes));
    }

    /// Returns the box with its axes in another order: axis `a` of the result is axis `order[a]` of this one.
    public Strided permuted(int... order) {
        int[] permuted = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) permuted[axis] = strides[order[axis]];
        return new Strided(tensor, offset, permuted);
    }

    /// Returns the box that begins at an element of this one.
    public Strided from(int... start) {
        int moved = offset;
        for (int axis = 0; axis < start.length; axis++) moved += start[axis] * strides[axis];
        return new Strided(tensor, moved, strides);
    }
}
