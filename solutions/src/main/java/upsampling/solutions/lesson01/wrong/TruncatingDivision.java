package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Divides with `/`, which rounds -1/2 to 0, so a window that does not fit is counted.
@KnownWrong(task = "1.1", hint = "truncatingDivision", part = "refusal", expected = "IllegalArgumentException", actual = "1")
public class TruncatingDivision implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int windows = (room + (ceilMode ? window.stride() - 1 : 0)) / window.stride() + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells");
        return windows;
    }
}
