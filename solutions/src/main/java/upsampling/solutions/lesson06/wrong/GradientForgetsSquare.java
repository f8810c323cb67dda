package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Divides by the width, not by its square.
@KnownWrong(task = "6.6", hint = "forgetsSquare", part = "half", expected = "0.335278", actual = "0.167639")
public class GradientForgetsSquare implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) / sigma;
        double inner = middle * -m / sigma;
        return new double[] {outer, inner, outer};
    }
}
