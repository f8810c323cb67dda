package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Subtracts the mean of each row of a block.
@KnownWrong(task = "7.5", hint = "rowMeans", part = "one", expected = "-2", actual = "-0.5")
public class RowMeans implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int first = 0; first < bias.length; first += r) {
            double sum = 0;
            for (int q = first; q < first + r; q++) sum += bias[q];
            for (int q = first; q < first + r; q++) pattern[q] = bias[q] - sum / r;
        }
        return pattern;
    }
}
