package answers.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 7.6: from a transposed convolution to a convolution and a shuffle. The task's text stands at {@link SubPixels#subpixelFromTransposed}.
public class MySubpixelFromTransposed implements SubPixels {

    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        // TODO for every tap of the transposed convolution: which phase, which tap of that phase? Then the errors
        throw new UnsupportedOperationException("Task 7.6: not written yet");
    }
}
