package answers.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 7.4: the weight of a sub-pixel convolution that starts without a checkerboard. The task's text stands at {@link SubPixels#icnr}.
public class MyIcnr implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        // TODO how many filters are needed, and which of the drawn ones is each? Then the error
        throw new UnsupportedOperationException("Task 7.4: not written yet");
    }
}
