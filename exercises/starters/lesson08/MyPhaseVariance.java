package answers.lesson08;

import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Task 8.4: the variance of each phase of the output of a transposed convolution. The task's text stands at {@link Initialisation#phaseVariance}.
public class MyPhaseVariance implements Initialisation {

    @Override
    public double[][] phaseVariance(int inChannels, Window window, double weightVariance) {
        // TODO to which phase of the cropped output does each tap belong? Then both axes, then the errors
        throw new UnsupportedOperationException("Task 8.4: not written yet");
    }
}
