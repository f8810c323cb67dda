package answers.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Task 4.1: how many cells does a transposed convolution make? The task's text stands at {@link TransposedConvolution#outputSize}.
public class MyOutputSize implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        // TODO write the formula as it stands; then refuse what is not allowed
        throw new UnsupportedOperationException("Task 4.1: not written yet");
    }
}
