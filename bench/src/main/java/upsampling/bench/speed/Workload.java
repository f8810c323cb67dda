package upsampling.bench.speed;

import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// An operator with the shapes it is measured on, and how much work that is at least.
///
/// ```
/// limit = max(flop / peak, bytes / bandwidth)
/// ```
/// `flop` counts the direct formula, one product and one sum as two. An algorithm with fewer products, such as Winograd's, may therefore be faster than the
/// limit. `bytes` counts each tensor that is read or written once, as if the caches were large enough for all else.
///
/// @param text as {@link WorkloadText} reads it, such as `conv 64>64 k3 p1 56x56 n4`
/// @param operator what is computed
/// @param x shape of the input
/// @param weight shape of the weight, or null if the operator has none
/// @param geometry windows and groups; of one cell if the operator has no windows
/// @param y shape of the result
public record Workload(String text, Operator operator, Shape x, Shape weight, Geometry geometry, Shape y) {
    private static final int FLOP_OF_BILINEAR = 7; // per result: 2 + 2 products, but the lower sums are shared
    private static final int FLOP_OF_BICUBIC = 35; // 4 * (4 products, 3 sums) and once more for the rows

    /// Whether there is a gradient to measure; of a copy it is a copy.
    public boolean hasGradient() {
        return operator != Operator.COPY;
    }

    /// Returns the least number of operations on floats.
    public double flop(Direction direction) {
        double cells = y.size();
        double taps = geometry.taps();
        return switch (operator) {
            case MAX_POOL -> direction == Direction.FORWARD ? (taps - 1) * cells : cells;
            case AVG_POOL -> taps * cells;
            case NEAREST -> direction == Direction.FORWARD ? 0 : cells;
            case BILINEAR -> FLOP_OF_BILINEAR * cells;
            case BICUBIC -> FLOP_OF_BICUBIC * cells;
            case CONV -> gradients(direction) * 2 * cells * weight.c() * taps;
            case CONV_TRANSPOSE -> gradients(direction) * 2.0 * x.size() * weight.c() * taps;
            case PIXEL_SHUFFLE, COPY -> 0;
        };
    }

    private static int gradients(Direction direction) {
        return direction == Direction.FORWARD ? 1 : 2;
    }

    /// Returns the least number of bytes that are read and written.
    public double bytes(Direction direction) {
        double input = x.size();
        double result = y.size();
        double weights = weight == null ? 0 : weight.size();
        if (direction == Direction.FORWARD) return Float.BYTES * (input + weights + result);
        if (weight != null) return Float.BYTES * (2 * input + 2 * weights + result); // both are read, and both have a gradient
        double indices = operator == Operator.MAX_POOL ? result : 0;
        return Float.BYTES * (input + indices + result);
    }
}
