package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Puts the taps side by side, whatever the dilation.
@KnownWrong(task = "5.1", hint = "ignoresDilation", part = "dilated", expected = "11 numbers", actual = "9 numbers")
public class IgnoresDilation implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.withDilation(1).transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + t - window.padding();
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
