package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Checks only that r divides the number of biases.
@KnownWrong(task = "7.5", hint = "checksFactorOnly", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class BiasChecksFactor implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % r != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int first = 0; first + r * r <= bias.length; first += r * r) {
            double sum = 0;
            for (int q = first; q < first + r * r; q++) sum += bias[q];
            for (int q = first; q < first + r * r; q++) pattern[q] = bias[q] - sum / (r * r);
        }
        return pattern;
    }
}
