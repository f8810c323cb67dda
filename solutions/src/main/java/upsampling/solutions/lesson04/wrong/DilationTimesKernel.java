package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Gives every tap a gap, the last one too.
@KnownWrong(task = "4.1", hint = "dilationTimesKernel", part = "dilation", expected = "13", actual = "14")
public class DilationTimesKernel implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding >= Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int out = window.stride() * (size - 1) + window.dilation() * window.kernel() - 2 * window.padding() + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
