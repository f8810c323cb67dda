package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts how often a convolution reads each input, as task 5.6 does.
@KnownWrong(task = "5.1", hint = "countsReads", part = "odd", expected = "11 numbers", actual = "5 numbers")
public class CountsReads implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int[] counts = new int[size];
        for (int start = 0; start <= room; start += window.stride()) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = start - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }
}
