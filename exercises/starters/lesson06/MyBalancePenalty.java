package answers.lesson06;

import upsampling.tasks.Repairs;

/// Task 6.4: how far is a kernel from being balanced? The task's text stands at {@link Repairs#balancePenalty}.
public class MyBalancePenalty implements Repairs {

    @Override
    public ValueAndGradient balancePenalty(double[][] kernel, int stride) {
        // TODO the phase sums first, then their mean and their deviations from it; then one gradient for each tap
        throw new UnsupportedOperationException("Task 6.4: not written yet");
    }
}
