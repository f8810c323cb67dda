package answers.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Task 4.6: the gradients of a transposed convolution. The task's text stands at {@link TransposedConvolution#backward}.
public class MyBackward implements TransposedConvolution {

    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        // TODO visit every product of the forward direction once; where does each of its factors get its gradient from?
        throw new UnsupportedOperationException("Task 4.6: not written yet");
    }
}
