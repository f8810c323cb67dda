package answers.lesson05;

import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Task 5.1: how many inputs paint each output of a transposed convolution? The task's text stands at {@link Checkerboards#overlapCount}.
public class MyOverlapCount implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        // TODO start from zeros; which outputs does each input paint? Then the cut, then the error
        throw new UnsupportedOperationException("Task 5.1: not written yet");
    }
}
