package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Notes that an output is painted, and not how often.
@KnownWrong(task = "5.1", hint = "marks", part = "odd", expected = "2", actual = "1")
public class MarksPainted implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t - window.padding();
                if (o >= 0 && o < counts.length) counts[o] = 1;
            }
        }
        return counts;
    }
}
