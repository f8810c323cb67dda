package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Reads neighbouring inputs, whatever the dilation.
@KnownWrong(task = "5.6", hint = "ignoresDilation", part = "dilated", expected = "0", actual = "1")
public class ReadsIgnoreDilation implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + t;
                if (i >= 0 && i < size) counts[i]++;
            }
        }
        return counts;
    }
}
