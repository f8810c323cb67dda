package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Task 1.3: the mean of each window, exact at the borders. The task's text stands at {@link Pooling#avgPool2d}.
public class MyAvgPool2d implements Pooling {

    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        // TODO sum the cells of x inside each window, then divide by the right number of cells
        throw new UnsupportedOperationException("Task 1.3: not written yet");
    }
}
