package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Cuts all the padding off at the end.
@KnownWrong(task = "5.1", hint = "cropsOneSide", part = "padding", expected = "2", actual = "1")
public class CropsOneSide implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.transposedOutputSize(size)];
        for (int i = 0; i < size; i++) {
            for (int t = 0; t < window.kernel(); t++) {
                int o = window.stride() * i + window.dilation() * t;
                if (o >= 0 && o < counts.length) counts[o]++;
            }
        }
        return counts;
    }
}
