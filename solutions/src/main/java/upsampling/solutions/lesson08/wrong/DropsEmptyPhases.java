package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Leaves phases out that a small kernel cannot reach.
@KnownWrong(task = "8.4", hint = "dropsEmptyPhases", part = "gaps", expected = "3 rows of 3", actual = "2 rows of 2")
public class DropsEmptyPhases implements Initialisation {

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (!(weightVariance >= 0)) throw new IllegalArgumentException("weightVariance must be >= 0, but was " + weightVariance);
        int s = window.stride();
        int[] taps = new int[s];
        for (int t = 0; t < window.kernel(); t++) taps[Math.floorMod(window.dilation() * t - window.padding(), s)]++;
        int phases = Math.min(s, window.kernel());
        double[][] variances = new double[phases][phases];
        for (int r = 0; r < phases; r++) {
            for (int q = 0; q < phases; q++) variances[r][q] = weightVariance * inChannels * taps[r] * taps[q];
        }
        return variances;
    }
}
