package answers.lesson06;

import upsampling.tasks.Repairs;

/// Task 6.1: the three taps of a Gaussian blur. The task's text stands at {@link Repairs#gaussian3}.
public class MyGaussian3 implements Repairs {

    @Override
    public double[] gaussian3(double sigma) {
        // TODO refuse a width that cannot be; then the three exponentials, and what they add up to
        throw new UnsupportedOperationException("Task 6.1: not written yet");
    }
}
