package upsampling.tensor;

import java.util.function.DoubleUnaryOperator;

/// Taps of a curve that is stretched when the axis shrinks: the formula stands at {@link Taps#cubicAntialias}.
final class Antialias {
    private Antialias() { }

    /// @param reach half the width of the curve: 1 for the triangle, 2 for the cubic
    static Taps taps(Grid grid, int reach, DoubleUnaryOperator curve) {
        double stretch = Math.max(1, grid.ratio());
        TapsBuilder taps = new TapsBuilder(grid.in(), grid.out());
        for (int o = 0; o < grid.out(); o++) {
            double src = grid.source(o);
            int begin = (int) Math.max(0, Math.ceil(src - reach * stretch));
            int last = (int) Math.min(grid.in() - 1, Math.floor(src + reach * stretch));
            double sum = 0;
            for (int i = begin; i <= last; i++) sum += curve.applyAsDouble((src - i) / stretch);
            for (int i = begin; i <= last; i++) taps.add(i, curve.applyAsDouble((src - i) / stretch) / sum);
            taps.endRow();
        }
        return taps.build();
    }
}
