package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Subtracts the mean of all biases.
@KnownWrong(task = "7.5", hint = "globalMean", part = "two", expected = "-2", actual = "-6")
public class GlobalMean implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        double sum = 0;
        for (double b : bias) sum += b;
        for (int q = 0; q < bias.length; q++) pattern[q] = bias[q] - sum / bias.length;
        return pattern;
    }
}
