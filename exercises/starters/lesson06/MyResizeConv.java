package answers.lesson06;

import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 6.3: first a fixed resize, then a convolution. The task's text stands at {@link Repairs#resizeConv}.
public class MyResizeConv implements Repairs {

    @Override
    public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        // TODO make the fine planes first, then let the kernel walk over them; then the errors
        throw new UnsupportedOperationException("Task 6.3: not written yet");
    }
}
