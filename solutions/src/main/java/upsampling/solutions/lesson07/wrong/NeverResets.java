package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Goes on with the sum of the channel before.
@KnownWrong(task = "7.5", hint = "neverResets", part = "two", expected = "-1", actual = "-4")
public class NeverResets implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        double sum = 0;
        for (int first = 0; first < bias.length; first += r * r) {
            for (int q = first; q < first + r * r; q++) sum += bias[q];
            for (int q = first; q < first + r * r; q++) pattern[q] = bias[q] - sum / (r * r);
        }
        return pattern;
    }
}
