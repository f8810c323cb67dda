package answers.lesson08;

import upsampling.tasks.Initialisation;

/// Task 8.2: how wide must the weights in front of a ReLU be? The task's text stands at {@link Initialisation#heStd}.
public class MyHeStd implements Initialisation {

    @Override
    public double heStd(double fan, double negativeSlope) {
        // TODO the gain first, then the fan; then the error
        throw new UnsupportedOperationException("Task 8.2: not written yet");
    }
}
