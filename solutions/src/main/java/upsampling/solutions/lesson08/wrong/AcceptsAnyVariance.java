package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Computes with a variance that does not exist.
@KnownWrong(task = "8.4", hint = "acceptsAnyVariance", part = "variance", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnyVariance implements Initialisation {

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        int s = window.stride();
        int[] taps = new int[s];
        for (int t = 0; t < window.kernel(); t++) taps[Math.floorMod(window.dilation() * t - window.padding(), s)]++;
        double[][] variances = new double[s][s];
        for (int r = 0; r < s; r++) {
            for (int q = 0; q < s; q++) variances[r][q] = weightVariance * inChannels * taps[r] * taps[q];
        }
        return variances;
    }
}
