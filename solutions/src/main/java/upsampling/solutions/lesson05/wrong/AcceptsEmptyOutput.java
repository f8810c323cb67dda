package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Gives an empty result when the padding cuts every output off.
@KnownWrong(task = "5.1", hint = "acceptsEmpty", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsEmptyOutput implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[(int) Math.max(0, window.transposedSpan(size))];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t - window.padding();
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
