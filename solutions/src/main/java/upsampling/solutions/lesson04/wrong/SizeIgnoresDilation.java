package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes the number of taps for the width of the stamp.
@KnownWrong(task = "4.1", hint = "ignoresDilation", part = "dilation", expected = "13", actual = "11")
public class SizeIgnoresDilation implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding >= Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int out = window.stride() * (size - 1) + window.kernel() - 2 * window.padding() + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
