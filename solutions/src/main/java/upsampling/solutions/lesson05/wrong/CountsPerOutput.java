package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts the inputs that each output reads.
@KnownWrong(task = "5.6", hint = "countsPerOutput", part = "padded", expected = "12 numbers", actual = "6 numbers")
public class CountsPerOutput implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[outputs];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[o]++;
            }
        }
        return counts;
    }
}
