package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Reads on at the other end of the axis.
@KnownWrong(task = "5.6", hint = "wrapsAround", part = "padded", expected = "1", actual = "2")
public class WrapsAround implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = Math.floorMod(window.stride() * o - window.padding() + window.dilation() * t, size);
                counts[i]++;
            }
        }
        return counts;
    }
}
