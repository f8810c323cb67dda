package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Differentiates the exponentials and leaves Z as it is.
@KnownWrong(task = "6.6", hint = "forgetsNormalisation", part = "one", expected = "0.123841", actual = "0.274069")
public class ForgetsNormalisation implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double outer = side / (sigma * sigma);
        return new double[] {outer, 0, outer};
    }
}
