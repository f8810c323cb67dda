package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;

/// Takes from the middle what one side gains.
@KnownWrong(task = "6.6", hint = "middleOnce", part = "one", expected = "-0.247683", actual = "-0.123841")
public class MiddleOnce implements Repairs {

    @Override
    public double[] gaussian3Gradient(double logSigma) {
        double sigma = Math.exp(logSigma);
        double e = Math.exp(-1 / (2 * sigma * sigma));
        double side = e / (1 + 2 * e);
        double m = 2 * side;
        double outer = side * (1 - m) / (sigma * sigma);
        return new double[] {outer, -outer, outer};
    }
}
