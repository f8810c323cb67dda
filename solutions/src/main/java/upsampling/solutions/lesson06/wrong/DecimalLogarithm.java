package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Takes the logarithm for one to the base 10.
@KnownWrong(task = "6.6", hint = "decimalLogarithm", part = "half", expected = "0.335278", actual = "1.26253e-4")
public class DecimalLogarithm implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.pow(10, logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double middle = 1 / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) / (sigma * sigma);
        double inner = middle * -m / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
