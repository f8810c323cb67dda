package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Divides two integers and rounds up what has been rounded already.
@KnownWrong(task = "1.1", hint = "ceilAfterDivision", part = "ceil", expected = "4", actual = "3")
public class CeilAfterDivision implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int windows = (ceilMode ? (int) Math.ceil(room / window.stride()) : room / window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) throw new IllegalArgumentException("outputSize: " + window + " does not fit into " + size + " cells");
        return windows;
    }
}
