package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Compares with `>`, so a window that starts exactly at the end of the input and its left padding is kept.
@KnownWrong(task = "1.1", hint = "dropsOnlyBeyond", part = "lastWindow", expected = "1", actual = "2")
public class DropsOnlyBeyond implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int windows = Math.floorDiv(room + (ceilMode ? window.stride() - 1 : 0), window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() > size + window.padding()) windows--;
        if (windows < 1) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells");
        return windows;
    }
}
