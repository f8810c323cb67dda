package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts without the padding, and cuts nothing off.
@KnownWrong(task = "5.1", hint = "ignoresPadding", part = "padding", expected = "10 numbers", actual = "12 numbers")
public class IgnoresPadding implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.withPadding(0).transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t;
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
