package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Differentiates by the width itself.
@KnownWrong(task = "6.6", hint = "withRespectToSigma", part = "half", expected = "0.335278", actual = "0.670556")
public class WithRespectToSigma implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) / (sigma * sigma * sigma);
        double inner = middle * -m / (sigma * sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
