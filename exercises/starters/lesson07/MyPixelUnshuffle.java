package answers.lesson07;

import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 7.2: the way back, from blocks to channels. The task's text stands at {@link SubPixels#pixelUnshuffle}.
public class MyPixelUnshuffle implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        // TODO which shape has the result? Then, for every cell of the picture: which channel does it go to, and where? Then the errors
        throw new UnsupportedOperationException("Task 7.2: not written yet");
    }
}
