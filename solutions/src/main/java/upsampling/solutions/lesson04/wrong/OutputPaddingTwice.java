package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Adds the output padding on both sides.
@KnownWrong(task = "4.1", hint = "outputPaddingTwice", part = "outputPadding", expected = "6", actual = "7")
public class OutputPaddingTwice implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding >= Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int out = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding() + 2 * outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
