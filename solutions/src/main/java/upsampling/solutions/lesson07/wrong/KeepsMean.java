package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Returns the biases as they are.
@KnownWrong(task = "7.5", hint = "keepsMean", part = "one", expected = "-2", actual = "1")
public class KeepsMean implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int q = 0; q < bias.length; q++) pattern[q] = bias[q];
        return pattern;
    }
}
