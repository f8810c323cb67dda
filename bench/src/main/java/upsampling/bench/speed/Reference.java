package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;

/// What a workload gives in float64, computed by libtorch, and how far a float32 result may be from it.
///
/// ```
/// |got - exact| <= 64 * 2^-24 * largest value that the absolute arguments give
/// ```
/// The arguments are random and of both signs, so roundings hardly add up: direct sums stay below a tenth of that, Winograd's transforms below a half. The sum of
/// a window that lacks one cell is wrong by much more.
///
/// @param exact the result, or the gradients
/// @param allowed for each of them
record Reference(List<double[]> exact, List<Double> allowed) {
    private static final double ROUNDINGS = 64;
    private static final double UNIT = 0x1p-24;
    private static final double NEGATIVE_COEFFICIENTS = 2; // cubic weights: 1.375 per axis in absolute values, and 1.375^2 < 2

    static Reference of(Workload workload, Direction direction, Inputs inputs) {
        List<double[]> exact = values(workload, direction, inputs);
        List<Double> allowed = new ArrayList<>();
        double factor = ROUNDINGS * UNIT * (workload.operator() == Operator.BICUBIC ? NEGATIVE_COEFFICIENTS : 1);
        for (double[] absolute : values(workload, direction, inputs.absolute())) allowed.add(factor * largest(absolute));
        return new Reference(exact, allowed);
    }

    private static List<double[]> values(Workload workload, Direction direction, Inputs inputs) {
        try (LibtorchSide side = new LibtorchSide(workload, direction, inputs, Layout.NCHW, true)) {
            side.call();
            return side.values();
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    /// Returns the largest difference of a result, of the one of several that is nearest to what is allowed for it. A value that is no number differs without
    /// end.
    Difference difference(List<double[]> values) {
        Difference worst = new Difference(0, allowed.getFirst());
        for (int i = 0; i < exact.size(); i++) {
            Difference difference = new Difference(difference(exact.get(i), values.get(i)), allowed.get(i));
            if (difference.share() > worst.share()) worst = difference;
        }
        return worst;
    }

    private static double difference(double[] exact, double[] values) {
        if (exact.length != values.length) return Double.MAX_VALUE;
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            double difference = Math.abs(exact[i] - values[i]);
            if (!(difference <= largest)) largest = Double.isNaN(difference) ? Double.MAX_VALUE : difference;
        }
        return largest;
    }

    /// A difference and what is allowed.
    record Difference(double size, double allowed) {
        double share() {
            return allowed == 0 ? size == 0 ? 0 : Double.MAX_VALUE : size / allowed;
        }
    }
}
