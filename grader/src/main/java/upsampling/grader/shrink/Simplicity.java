package upsampling.grader.shrink;

import java.util.ArrayList;
import java.util.List;

/// Which of two numbers is simpler to a reader: 0, then 1, −1, 2 and the other small whole numbers, large ones, fractions, and last what is no number.
final class Simplicity {
    private static final int SMALL = 9;

    private Simplicity() { }

    /// Returns how hard a number is to read; lower is simpler.
    static double cost(double v) {
        if (v == 0) return 1 / v < 0 ? 1 : 0;
        if (v == 1) return 2;
        if (Double.isNaN(v)) return 300;
        if (Double.isInfinite(v)) return 250;
        if (v != Math.rint(v)) return 200;
        double size = Math.abs(v) <= SMALL ? 2 * Math.abs(v) : 20 + 10 * Math.log10(Math.abs(v));
        return size + (v < 0 ? 1 : 0);
    }

    /// Returns simpler numbers to try, the simplest first.
    static List<Double> than(double v) {
        List<Double> simpler = new ArrayList<>();
        for (double candidate : new double[] {0, 1, -1, 2, Math.rint(v), Math.rint(v / 2), v - Math.signum(v)}) {
            if (Double.isFinite(candidate) && cost(candidate) < cost(v) && !simpler.contains(candidate)) simpler.add(candidate == 0 ? 0.0 : candidate);
        }
        return simpler;
    }
}
