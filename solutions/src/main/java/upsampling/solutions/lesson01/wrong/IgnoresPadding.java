package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Counts the windows that lie inside the input.
@KnownWrong(task = "1.1", hint = "ignoresPadding", part = "padding", expected = "6", actual = "5")
public class IgnoresPadding implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size - window.effectiveKernel();
        int windows = Math.floorDiv(room + (ceilMode ? window.stride() - 1 : 0), window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells");
        return windows;
    }
}
