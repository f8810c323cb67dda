package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyOutputSize implements Pooling {
    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        return window.outputSize(size, ceilMode);
    }
}
