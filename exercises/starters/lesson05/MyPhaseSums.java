package answers.lesson05;

import upsampling.tasks.Checkerboards;

/// Task 5.3: the sum of the taps of each phase. The task's text stands at {@link Checkerboards#phaseSums}.
public class MyPhaseSums implements Checkerboards {

    @Override
    public double[][] phaseSums(double[][] kernel, int stride) {
        // TODO start from zeros; to which phase does each tap belong? Then the error
        throw new UnsupportedOperationException("Task 5.3: not written yet");
    }
}
