package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Lets biases that lie C apart belong together.
@KnownWrong(task = "7.5", hint = "dcrGrouping", part = "two", expected = "-2", actual = "-5")
public class DcrGrouping implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        int channels = bias.length / (r * r);
        double[] sums = new double[channels];
        for (int q = 0; q < bias.length; q++) sums[q % channels] += bias[q];
        for (int q = 0; q < bias.length; q++) pattern[q] = bias[q] - sums[q % channels] / (r * r);
        return pattern;
    }
}
