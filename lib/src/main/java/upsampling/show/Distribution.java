package upsampling.show;

/// Values of which a histogram is drawn.
///
/// @param nameAt the value at which the name stands; `NaN`: at the peak
public record Distribution(String name, Ink role, double[] values, double nameAt) {

    /// @throws IllegalArgumentException unless there is a value
    public Distribution {
        if (values.length == 0) throw new IllegalArgumentException("Distribution: '" + name + "' has no values; at least one is needed");
        values = values.clone();
    }

    /// A distribution that is named at its peak.
    public Distribution(String name, Ink role, double[] values) {
        this(name, role, values, Double.NaN);
    }

    /// Returns this distribution with its name at another value, where no other outline passes.
    public Distribution namedAt(double value) {
        return new Distribution(name, role, values, value);
    }
}
