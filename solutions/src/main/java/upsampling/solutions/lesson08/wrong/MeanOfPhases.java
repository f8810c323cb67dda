package upsampling.solutions.lesson08.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Gives every phase the mean of all.
@KnownWrong(task = "8.4", hint = "meanOnly", part = "odd", expected = "0.444444", actual = "0.25")
public class MeanOfPhases implements Initialisation {

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        if (inChannels < 1) throw new IllegalArgumentException("inChannels must be >= 1, but was " + inChannels);
        if (!(weightVariance >= 0)) throw new IllegalArgumentException("weightVariance must be >= 0, but was " + weightVariance);
        int s = window.stride();
        double perAxis = (double) window.kernel() / s;
        double[][] variances = new double[s][s];
        for (int r = 0; r < s; r++) {
            for (int q = 0; q < s; q++) variances[r][q] = weightVariance * inChannels * perAxis * perAxis;
        }
        return variances;
    }
}
