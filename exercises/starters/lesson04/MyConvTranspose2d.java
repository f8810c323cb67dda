package answers.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Task 4.4: the transposed convolution with all that belongs to it. The task's text stands at {@link TransposedConvolution#convTranspose2d}.
public class MyConvTranspose2d implements TransposedConvolution {

    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        // TODO start from the bias everywhere, then add stamp after stamp
        throw new UnsupportedOperationException("Task 4.4: not written yet");
    }
}
