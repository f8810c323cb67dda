package answers.lesson05;

import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Task 5.6: how many outputs of a strided convolution read each input? The task's text stands at {@link Checkerboards#gradientCoverage}.
public class MyGradientCoverage implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        // TODO how many outputs are there, and which inputs does each of them read? Then the error
        throw new UnsupportedOperationException("Task 5.6: not written yet");
    }
}
