package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Leaves out the division by the square of the width.
@KnownWrong(task = "6.6", hint = "forgetsDivision", part = "half", expected = "0.335278", actual = "0.0838195")
public class ForgetsDivision implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m);
        double inner = middle * -m;
        return new double[] {outer, inner, outer};
    }
}
