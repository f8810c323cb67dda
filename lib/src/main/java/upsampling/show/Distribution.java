package upsampling.show;

/// Values of which a histogram is drawn.
public record Distribution(String name, Ink role, double[] values) {

    /// @throws IllegalArgumentException unless there is a value
    public Distribution {
        if (values.length == 0) throw new IllegalArgumentException("Distribution: '" + name + "' has no values; at least one is needed");
        values = values.clone();
    }
}
