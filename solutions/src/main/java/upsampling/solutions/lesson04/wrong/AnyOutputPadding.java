package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Does not look at the output padding.
@KnownWrong(task = "4.1", hint = "anyOutputPadding", part = "outputPaddingTooLarge", expected = "IllegalArgumentException", actual = "13")
public class AnyOutputPadding implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        int out = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding() + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
