package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Subtracts the bias from the mean.
@KnownWrong(task = "7.5", hint = "reversedSign", part = "one", expected = "-2", actual = "2")
public class ReversedSign implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int first = 0; first < bias.length; first += r * r) {
            double sum = 0;
            for (int q = first; q < first + r * r; q++) sum += bias[q];
            for (int q = first; q < first + r * r; q++) pattern[q] = sum / (r * r) - bias[q];
        }
        return pattern;
    }
}
