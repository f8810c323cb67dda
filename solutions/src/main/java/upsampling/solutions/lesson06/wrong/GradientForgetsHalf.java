package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Leaves the 2 out of the exponent.
@KnownWrong(task = "6.6", hint = "forgetsHalf", part = "one", expected = "0.123841", actual = "0.244206")
public class GradientForgetsHalf implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) * 2 / (sigma * sigma);
        double inner = middle * -m * 2 / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
