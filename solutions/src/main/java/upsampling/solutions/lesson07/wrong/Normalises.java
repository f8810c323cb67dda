package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;

/// Divides by the standard deviation.
@KnownWrong(task = "7.5", hint = "normalises", part = "one", expected = "-2", actual = "-1.06904")
public class Normalises implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1 || bias.length % (r * r) != 0) throw new IllegalArgumentException("biasPattern: " + bias.length + " biases with r = " + r);
        double[] pattern = new double[bias.length];
        for (int first = 0; first < bias.length; first += r * r) {
            double sum = 0;
            for (int q = first; q < first + r * r; q++) sum += bias[q];
            for (int q = first; q < first + r * r; q++) pattern[q] = bias[q] - sum / (r * r);
            double squares = 0;
            for (int q = first; q < first + r * r; q++) squares += pattern[q] * pattern[q];
            for (int q = first; q < first + r * r; q++) pattern[q] /= Math.sqrt(squares / (r * r));
        }
        return pattern;
    }
}
