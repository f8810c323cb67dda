package answers.lesson08;

import upsampling.tasks.Initialisation;
import upsampling.tensor.Window;

/// Task 8.3: how many products does an output of a transposed convolution sum? The task's text stands at {@link Initialisation#effectiveFanIn}.
public class MyEffectiveFanIn implements Initialisation {

    @Override
    public double effectiveFanIn(int inChannels, int groups, Window window) {
        // TODO products of one stamp, output cells for one input cell, channels; then the errors
        throw new UnsupportedOperationException("Task 8.3: not written yet");
    }
}
