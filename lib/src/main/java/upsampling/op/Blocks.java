package upsampling.op;

import upsampling.backend.Strided;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What {@link PixelShuffle} and {@link PixelUnshuffle} share: one copy, between two views of the same cells with six axes.
///
/// ```
/// large [N, C, H, r, W, r]        cell (a, b) of a block: axes 3 and 5
/// deep  [N, C, r, r, H, W]        CRD
///       [N, r, r, C, H, W]        DCR
/// ```
final class Blocks {
    private Blocks() { }

    /// Returns the number of cells of a block, `r*r`.
    ///
    /// @param name of `r` in messages
    /// @throws ArithmeticException if the number does not fit an `int`
    static int cells(String who, String name, int r) {
        long cells = (long) r * r;
        if (cells > Integer.MAX_VALUE) throw Checks.tooLarge(who, name + "^2", cells, r + "^2");
        return (int) cells;
    }

    /// Returns the large picture of a deep one.
    static Tensor toSpace(Tensor deep, Shape large, int r, ChannelOrder order) {
        Tensor y = deep.backend().empty(large);
        deep.backend().copy(deepView(deep, large, r, order), largeView(y, large, r), sizes(large, r));
        return y;
    }

    /// Returns the deep picture of a large one.
    static Tensor toDepth(Tensor large, Shape deep, int r, ChannelOrder order) {
        Tensor y = large.backend().empty(deep);
        large.backend().copy(largeView(large, large.shape(), r), deepView(y, large.shape(), r, order), sizes(large.shape(), r));
        return y;
    }

    private static int[] sizes(Shape large, int r) {
        return new int[] {large.n(), large.c(), large.h() / r, r, large.w() / r, r};
    }

    private static Strided largeView(Tensor tensor, Shape large, int r) {
        return Strided.of(tensor, sizes(large, r));
    }

    /// The axes of the deep picture in the order of the large one.
    private static Strided deepView(Tensor tensor, Shape large, int r, ChannelOrder order) {
        int h = large.h() / r;
        int w = large.w() / r;
        return switch (order) {
            case CRD -> Strided.of(tensor, large.n(), large.c(), r, r, h, w).permuted(0, 1, 4, 2, 5, 3);
            case DCR -> Strided.of(tensor, large.n(), r, r, large.c(), h, w).permuted(0, 3, 4, 1, 5, 2);
        };
    }
}
