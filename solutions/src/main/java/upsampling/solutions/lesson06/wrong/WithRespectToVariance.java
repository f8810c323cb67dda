package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Differentiates by the square of the width.
@KnownWrong(task = "6.6", hint = "withRespectToVariance", part = "one", expected = "0.123841", actual = "0.0619207")
public class WithRespectToVariance implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) / (2 * Math.pow(sigma, 4));
        double inner = middle * -m / (2 * Math.pow(sigma, 4));
        return new double[] {outer, inner, outer};
    }
}
