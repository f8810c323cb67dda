package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Compares with the first cell of the block.
@KnownWrong(task = "7.5", hint = "subtractsFirst", part = "one", expected = "-2", actual = "0")
public class SubtractsFirst implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int q = 0; q < bias.length; q++) pattern[q] = bias[q] - bias[q - q % (r * r)];
        return pattern;
    }
}
