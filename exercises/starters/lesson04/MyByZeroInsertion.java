package answers.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Task 4.3: zeros between the cells, then an ordinary convolution. The task's text stands at {@link TransposedConvolution#byZeroInsertion}.
public class MyByZeroInsertion implements TransposedConvolution {

    @Override
    public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        // TODO insert the zeros first; then, for every output, gather with the rotated kernel
        throw new UnsupportedOperationException("Task 4.3: not written yet");
    }
}
