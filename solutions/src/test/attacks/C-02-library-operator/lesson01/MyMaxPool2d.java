package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

public class MyMaxPool2d implements Pooling {
    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        var pooled = upsampling.op.MaxPool2d.of(window).forwardWithIndices(x);
        return new Pooled(pooled.values(), pooled.indices());
    }
}
