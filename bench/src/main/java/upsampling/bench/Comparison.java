package upsampling.bench;

import java.util.Locale;
import upsampling.tensor.Tensor;

/// Collects how far the results of one case are from libtorch's.
final class Comparison {
    private final Bound bound;
    private double worst;
    private String where = "";
    private String problem;

    Comparison(Bound bound) {
        this.bound = bound;
    }

    /// Adds one result.
    ///
    /// @param expected libtorch's values
    /// @param absolute libtorch's values for absolute arguments, see {@link Bound}
    void add(String name, Tensor ours, double[] expected, double[] absolute, double terms) {
        float[] values = ours.toArray();
        if (values.length != expected.length) {
            note(name + " has " + values.length + " values, libtorch's has " + expected.length);
            return;
        }
        int first = -1;
        int different = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == expected[i] || Float.isNaN(values[i]) && Double.isNaN(expected[i])) continue;
            double difference = Math.abs(values[i] - expected[i]);
            double allowed = bound.allowed(terms, expected[i], absolute[i]);
            double relative = difference / allowed; // by 0: infinite
            if (relative > worst) {
                worst = relative;
                where = name;
            }
            if (difference <= allowed) continue; // "not <=" below, so that NaN differs
            if (first < 0) first = i;
            different++;
        }
        if (first < 0) return;
        note(String.format(Locale.ROOT, "%s, value %d: ours %s, libtorch's %s, allowed difference %.1e; %d of %d differ", name, first, values[first],
                expected[first], bound.allowed(terms, expected[first], absolute[first]), different, values.length));
    }

    /// Adds the places where values were found.
    void addIndices(int[] ours, double[] expected) {
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] == expected[i]) continue;
            note("index " + i + ": ours " + ours[i] + ", libtorch's " + (long) expected[i]);
            return;
        }
    }

    private void note(String difference) {
        if (problem == null) problem = difference;
    }

    Case.Outcome outcome() {
        return new Case.Outcome(worst, where, problem);
    }
}
