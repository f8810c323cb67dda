package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Ends with the last input that a window could read.
@KnownWrong(task = "5.6", hint = "dropsUnreadTail", part = "gaps", expected = "9 numbers", actual = "8 numbers")
public class DropsUnreadTail implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[window.transposedOutputSize(outputs)];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < counts.length) counts[i]++;
            }
        }
        return counts;
    }
}
