package upsampling.solutions.lesson05.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Checkerboards;
import upsampling.tensor.Window;

/// Notes that an input is read, and not how often.
@KnownWrong(task = "5.6", hint = "marks", part = "dense", expected = "2", actual = "1")
public class MarksRead implements Checkerboards {

    @Override
    public int[] gradientCoverage(int size, Window window) {
        int outputs = window.outputSize(size);
        int[] counts = new int[size];
        for (int o = 0; o < outputs; o++) {
            for (int t = 0; t < window.kernel(); t++) {
                int i = window.stride() * o - window.padding() + window.dilation() * t;
                if (i >= 0 && i < size) counts[i] = 1;
            }
        }
        return counts;
    }
}
