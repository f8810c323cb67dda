package answers.lesson07;

import upsampling.tasks.SubPixels;

/// Task 7.5: the pattern that the biases of the sub-pixels paint. The task's text stands at {@link SubPixels#biasPattern}.
public class MyBiasPattern implements SubPixels {

    @Override
    public double[] biasPattern(double[] bias, int upscaleFactor) {
        // TODO which biases belong to one channel? First their mean, then the differences; then the errors
        throw new UnsupportedOperationException("Task 7.5: not written yet");
    }
}
