package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Reads the first or the last input in place of the padding.
@KnownWrong(task = "5.6", hint = "clampsToEdge", part = "padded", expected = "1", actual = "2")
public class ClampsToEdge implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = Math.clamp(window.stride() * o - window.padding() + window.dilation() * t, 0, size - 1);
                counts[i]++;
            }
        }
        return counts;
    }
}
