package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Adds the padding on one side only.
@KnownWrong(task = "1.1", hint = "paddingOnce", part = "bothSides", expected = "4", actual = "3")
public class PaddingOnce implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + window.padding() - window.effectiveKernel();
        int windows = Math.floorDiv(room + (ceilMode ? window.stride() - 1 : 0), window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells");
        return windows;
    }
}
