package upsampling.bench.speed;

import java.util.Arrays;
import java.util.List;

/// Middle values: a disturbed run makes single values large, and moves a mean but hardly a median.
public final class Statistics {
    private Statistics() { }

    /// Returns the middle of the sorted values; of an even number the mean of the two in the middle.
    ///
    /// @throws IllegalArgumentException unless there is a value
    public static double median(double... values) {
        if (values.length == 0) throw new IllegalArgumentException("median: there must be at least one value, but there is none");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Returns the median of `a[i] / b[i]`: two blocks that were measured one after the other had the same machine.
    static double medianRatio(List<Double> a, List<Double> b) {
        double[] ratios = new double[Math.min(a.size(), b.size())];
        for (int i = 0; i < ratios.length; i++) ratios[i] = a.get(i) / b.get(i);
        return median(ratios);
    }

    /// Returns `exp(mean(log(values)))`.
    static double geometricMean(List<Double> values) {
        double sum = 0;
        for (double value : values) sum += Math.log(value);
        return Math.exp(sum / values.size());
    }
}
