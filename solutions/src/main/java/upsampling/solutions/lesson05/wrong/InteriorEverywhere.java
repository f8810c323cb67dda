package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Counts as if there were inputs before the first one and behind the last one.
@KnownWrong(task = "5.1", hint = "interiorEverywhere", part = "odd", expected = "1", actual = "2")
public class InteriorEverywhere implements Checkerboards {

    @Override
    public int[] overlapCount(int size, Window window) {
        int[] counts = new int[window.transposedOutputSize(size)];
        for (int o = 0; o < counts.length; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                if (Math.floorMod(o + window.padding() - window.dilation() * t, window.stride()) == 0) counts[o]++;
            }
        }
        return counts;
    }
}
