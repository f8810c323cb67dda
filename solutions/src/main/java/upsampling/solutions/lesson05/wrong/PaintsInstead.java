package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts what a transposed convolution paints, as task 5.1 does.
@KnownWrong(task = "5.6", hint = "paints", part = "padded", expected = "12 numbers", actual = "23 numbers")
public class PaintsInstead implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int[] counts = new int[window.transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t - window.padding();
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
