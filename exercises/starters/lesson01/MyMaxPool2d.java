package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Task 1.2: the strongest value of each window, and where it was. The task's text stands at {@link Pooling#maxPool2d}.
public class MyMaxPool2d implements Pooling {

    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        // TODO loop over n, c, oh, ow; inside, over the cells of the window that lie in x
        throw new UnsupportedOperationException("Task 1.2: not written yet");
    }
}
