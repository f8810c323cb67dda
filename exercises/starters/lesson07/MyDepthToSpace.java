package answers.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 7.3: depth to space in two orders. The task's text stands at {@link SubPixels#depthToSpace}.
public class MyDepthToSpace implements SubPixels {

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        // TODO the number of the channel is all that differs between the orders; then the errors
        throw new UnsupportedOperationException("Task 7.3: not written yet");
    }
}
