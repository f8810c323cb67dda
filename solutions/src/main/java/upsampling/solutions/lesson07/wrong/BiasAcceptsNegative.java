package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Squares the factor without looking at its sign.
@KnownWrong(task = "7.5", hint = "acceptsNegative", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class BiasAcceptsNegative implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r == 0 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int first = 0; first < bias.length; first += r * r) {
            double sum = 0;
            for (int q = first; q < first + r * r; q++) sum += bias[q];
            for (int q = first; q < first + r * r; q++) pattern[q] = bias[q] - sum / (r * r);
        }
        return pattern;
    }
}
