package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Moves the taps towards the end.
@KnownWrong(task = "8.4", hint = "movesTheOtherWay", part = "shifted", expected = "4", actual = "1")
public class MovesTheOtherWay implements Initialisation {

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (!(weightVariance >= 0)) throw new IllegalArgumentException("weightVariance must be >= 0, but was " + weightVariance);
        int s = window.stride();
        int[] taps = new int[s];
        for (int t = 0; t < window.kernel(); t++) taps[(window.dilation() * t + window.padding()) % s]++;
        double[][] variances = new double[s][s];
        for (int r = 0; r < s; r++) {
            for (int q = 0; q < s; q++) variances[r][q] = weightVariance * inChannels * taps[r] * taps[q];
        }
        return variances;
    }
}
