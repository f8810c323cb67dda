package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Counts only one side in the mean of the squares.
@KnownWrong(task = "6.6", hint = "countsOneSide", part = "one", expected = "0.123841", actual = "0.198955")
public class GradientCountsOneSide implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = side;
        double outer = side * (1 - m) / (sigma * sigma);
        double inner = middle * -m / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
