package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Makes stride outputs of every input, the last one included.
@KnownWrong(task = "5.1", hint = "strideTimesSize", part = "odd", expected = "11 numbers", actual = "10 numbers")
public class StrideTimesSize implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int outputs = window.stride() * size - 2 * window.padding();
        if (outputs < 1) throw new IllegalArgumentException("overlapCount: no outputs");
        int[] counts = new int[outputs];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t - window.padding();
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
