package answers.lesson06;

import upsampling.tasks.Repairs;

/// Task 6.5: the nearest balanced kernel of the same sum. The task's text stands at {@link Repairs#projectBalanced}.
public class MyProjectBalanced implements Repairs {

    @Override
    public double[][] projectBalanced(double[][] kernel, int stride) {
        // TODO how much must each phase sum change, and how many taps share that? Which kernels cannot be balanced?
        throw new UnsupportedOperationException("Task 6.5: not written yet");
    }
}
