package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyOutputSize implements Pooling {
    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int windows = Math.floorDiv(room + (ceilMode ? window.stride() - 1 : 0), window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) {
            throw new IllegalArgumentException(("outputSize: the size would be %d = floor((%d + 2*%d - %d*(%d-1) - 1) / %d) + 1, at least 1 is needed; "
                + "more padding would fit").formatted(windows, size, window.padding(), window.dilation(), window.kernel(), window.stride()));
        }
        return windows;
    }
}
