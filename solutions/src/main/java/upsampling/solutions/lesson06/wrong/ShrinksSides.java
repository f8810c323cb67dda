package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Turns the signs round.
@KnownWrong(task = "6.6", hint = "wrongSign", part = "one", expected = "0.123841", actual = "-0.123841")
public class ShrinksSides implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (m - 1) / (sigma * sigma);
        double inner = middle * m / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
