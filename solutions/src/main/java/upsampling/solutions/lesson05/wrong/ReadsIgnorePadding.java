package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Begins with the first input, whatever the padding.
@KnownWrong(task = "5.6", hint = "ignoresPadding", part = "padded", expected = "2", actual = "1")
public class ReadsIgnorePadding implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.withPadding(0).outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o + window.dilation() * t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }
}
