package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Computes with the exponentials as they are.
@KnownWrong(task = "6.6", hint = "forgetsZ", part = "one", expected = "0.123841", actual = "-0.129228")
public class ForgetsZ implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double m = 2 * e;
        double outer = e * (1 - m) / (sigma * sigma);
        double inner = -m / (sigma * sigma);
        return new double[] {outer, inner, outer};
    }
}
