package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Differentiates the logarithms of the taps.
@KnownWrong(task = "6.6", hint = "relativeChange", part = "one", expected = "0.123841", actual = "0.451863")
public class RelativeChange implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double m = 2 * side;
        double outer = (1 - m) / (sigma * sigma);
        double inner = -m / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
