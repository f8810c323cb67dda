package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Allows an output padding as large as the stride or the dilation.
@KnownWrong(task = "4.1", hint = "allowsEqual", part = "outputPaddingTooLarge", expected = "IllegalArgumentException", actual = "13")
public class AllowsEqual implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding > Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int out = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding() + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
