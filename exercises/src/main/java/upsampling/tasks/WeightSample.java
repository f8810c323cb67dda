package upsampling.tasks;

import upsampling.grader.Expect;
import upsampling.tensor.Tensor;

/// What a drawn weight looks like, for the checks of task 8.5.
///
/// A finding is rounded before it is reported. So a mistake gives the same finding with every generator and every seed, and its hint is found.
///
/// @param values every number of the weight
/// @param mean their mean
/// @param deviation their standard deviation around it
public record WeightSample(double[] values, double mean, double deviation) {
    /// About six standard errors of the mean, nine of the standard deviation and six of a correlation, for 100,000 numbers: no right answer gets there.
    private static final double TOLERANCE = 0.02;
    private static final double NORMAL_PERCENT = 4.6;
    private static final double PERCENT_TOLERANCE = 0.5;

    /// Measures a weight.
    public static WeightSample of(Tensor weight) {
        Expect.present("", weight);
        float[] numbers = weight.toArray();
        double[] values = new double[numbers.length];
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i];
            mean += values[i] / values.length;
        }
        double squares = 0;
        for (double v : values) squares += (v - mean) * (v - mean);
        return new WeightSample(values, mean, Math.sqrt(squares / values.length));
    }

    /// Checks that the mean is 0, compared with the standard deviation that was asked for.
    ///
    /// @param std the standard deviation that was asked for
    public void expectMean(double std) {
        near("mean / std", 0, mean / std);
    }

    /// Checks the standard deviation.
    ///
    /// @param std the one that was asked for
    public void expectDeviation(double std) {
        near("standard deviation / std", 1, deviation / std);
    }

    /// Checks how many percent of the numbers lie beyond two standard deviations: two of their own, so that their width does not matter here.
    public void expectTails() {
        int beyond = 0;
        for (double v : values) {
            if (Math.abs(v - mean) > 2 * deviation) beyond++;
        }
        double percent = 100.0 * beyond / values.length;
        if (Math.abs(percent - NORMAL_PERCENT) <= PERCENT_TOLERANCE) return;
        Expect.real("percent beyond two standard deviations", NORMAL_PERCENT, Math.rint(percent), 0);
    }

    /// Checks that numbers have nothing to do with those that come so many places later.
    public void expectIndependence(int distance) {
        double products = 0;
        for (int i = distance; i < values.length; i++) products += (values[i] - mean) * (values[i - distance] - mean);
        boolean isConstant = deviation <= 1e-6 * Math.abs(mean); // up to rounding: then every number is known from any other one
        double correlation = isConstant ? 1 : products / (values.length - distance) / (deviation * deviation);
        near("correlation at distance " + distance, 0, correlation);
    }

    /// Returns how many percent of the numbers are the same in another weight.
    public double percentEqual(WeightSample other) {
        int equal = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == other.values[i]) equal++;
        }
        return Math.rint(100.0 * equal / values.length);
    }

    /// Reports one decimal place, or two if it would look right with one.
    private static void near(String what, double expected, double measured) {
        if (Math.abs(measured - expected) <= TOLERANCE) return;
        double coarse = Math.rint(10 * measured) / 10;
        Expect.real(what, expected, coarse == expected ? Math.rint(100 * measured) / 100 : coarse, 0);
    }
}
