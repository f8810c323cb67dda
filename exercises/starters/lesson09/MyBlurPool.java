package answers.lesson09;

import upsampling.tasks.Shifting;

/// Task 9.3: make a picture smaller without aliasing. The task's text stands at {@link Shifting#blurPool}.
public class MyBlurPool implements Shifting {

    @Override
    public double[][] blurPool(double[][] image, double[] taps, int stride) {
        // TODO write reflect as a method of its own; then the sum for one output; then the errors
        throw new UnsupportedOperationException("Task 9.3: not written yet");
    }
}
