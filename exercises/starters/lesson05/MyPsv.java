package answers.lesson05;

import upsampling.tasks.Checkerboards;

/// Task 5.4: how strong is the checkerboard in a picture? The task's text stands at {@link Checkerboards#psv}.
public class MyPsv implements Checkerboards {

    @Override
    public double psv(double[][] image, int stride) {
        // TODO the size that fills whole strides first, then the mean of each sub-grid, then their variance; then the errors
        throw new UnsupportedOperationException("Task 5.4: not written yet");
    }
}
