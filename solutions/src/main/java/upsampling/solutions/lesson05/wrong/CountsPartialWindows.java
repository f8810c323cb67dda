package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts a last window that does not fit.
@KnownWrong(task = "5.6", hint = "countsPartialWindows", part = "tail", expected = "0", actual = "1")
public class CountsPartialWindows implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size, true);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }
}
