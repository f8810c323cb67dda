package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Subtracts the mean of the first channel from all.
@KnownWrong(task = "7.5", hint = "firstMeanForAll", part = "two", expected = "-1", actual = "7")
public class FirstMeanForAll implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        double sum = 0;
        for (int q = 0; q < r * r; q++) sum += bias[q];
        for (int q = 0; q < bias.length; q++) pattern[q] = bias[q] - sum / (r * r);
        return pattern;
    }
}
