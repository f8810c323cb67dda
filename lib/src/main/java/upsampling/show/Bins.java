package upsampling.show;

/// Equal classes of a histogram. Values outside are not drawn, but they count in the density.
///
/// @param from left end of the first bin
/// @param to right end of the last bin, which belongs to it
/// @param count number of bins, >= 1
public record Bins(double from, double to, int count) {

    /// @throws IllegalArgumentException unless `from < to` and `count >= 1`
    public Bins {
        if (!(from < to) || count < 1) {
            throw new IllegalArgumentException("Bins: from < to and count >= 1 are needed, but they were from %s to %s, %d bins"
                .formatted(from, to, count));
        }
    }

    double width() {
        return (to - from) / count;
    }

    /// Returns where bin `b` begins.
    double start(int b) {
        return from + b * (to - from) / count;
    }

    /// Returns the share of values in each bin, divided by its width, so that the area is the share of values that are drawn.
    double[] density(double[] values) {
        int[] hits = new int[count];
        for (double v : values) {
            if (v >= from && v <= to) hits[Math.min(count - 1, (int) ((v - from) / (to - from) * count))]++;
        }
        double[] density = new double[count];
        for (int b = 0; b < count; b++) density[b] = hits[b] / (values.length * width());
        return density;
    }
}
