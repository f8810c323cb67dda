package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Counts a step behind the last stamp too.
@KnownWrong(task = "4.1", hint = "strideTimesSize", part = "double", expected = "8", actual = "10")
public class StrideTimesSize implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding >= Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int out = window.stride() * size + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding() + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
