package answers.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 7.1: pixel shuffle in PyTorch's order. The task's text stands at {@link SubPixels#pixelShuffle}.
public class MyPixelShuffle implements SubPixels {

    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        // TODO which shape has the result? Then, for every cell of it: the block, the place in the block, the channel; then the errors
        throw new UnsupportedOperationException("Task 7.1: not written yet");
    }
}
