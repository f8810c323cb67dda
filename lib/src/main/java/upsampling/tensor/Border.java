package upsampling.tensor;

/// What stands beyond the two ends of an axis, where a filter or a padding asks for cells that do not exist.
public enum Border {
    /// Zeros: `0 0 | a b c d | 0 0`. PyTorch: `constant`.
    ZERO,
    /// The last cell, again and again: `a a | a b c d | d d`. PyTorch: `replicate`; TensorFlow has none; NumPy: `edge`.
    REPLICATE,
    /// The picture in a mirror that stands *on* the last cell, which is not repeated: `c b | a b c d | c b`. PyTorch and NumPy: `reflect`.
    REFLECT,
    /// The other end, as on a ring: `c d | a b c d | a b`. PyTorch: `circular`; NumPy: `wrap`.
    CIRCULAR;

    /// Returns the cell that stands at a position of an axis with `size` cells, or -1 if a zero stands there.
    ///
    /// @param position any; a cell of the axis stands for itself
    public int cell(long position, int size) {
        if (position >= 0 && position < size) return (int) position;
        return switch (this) {
            case ZERO -> -1;
            case REPLICATE -> position < 0 ? 0 : size - 1;
            case REFLECT -> {
                long there = Math.floorMod(position, Math.max(1, 2L * (size - 1))); // there and back is one period
                yield (int) Math.min(there, 2L * (size - 1) - there);
            }
            case CIRCULAR -> (int) Math.floorMod(position, (long) size);
        };
    }

    /// Checks that an axis is long enough: beyond one mirror image, or once around the ring, PyTorch gives up too.
    ///
    /// @param who the operator, for the message
    /// @param side what reaches beyond the axis, such as `top`
    /// @param cells how far it reaches
    /// @param axis name of the axis, such as `height`
    /// @throws IllegalArgumentException unless `cells < size` for {@link #REFLECT}, `cells <= size` for {@link #CIRCULAR}
    public void check(String who, String side, int cells, String axis, int size) {
        int most = switch (this) {
            case ZERO, REPLICATE -> Integer.MAX_VALUE;
            case REFLECT -> size - 1;
            case CIRCULAR -> size;
        };
        if (cells <= most) return;
        throw new IllegalArgumentException("%s: with border %s, %s must be at most %d (%s %d%s), but was %d; REPLICATE and ZERO have no limit".formatted(
                who, this, side, most, axis, size, this == REFLECT ? " - 1" : "", cells));
    }
}
