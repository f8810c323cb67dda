package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Computes the size of the ordinary convolution.
@KnownWrong(task = "4.1", hint = "forwardSize", part = "double", expected = "8", actual = "2")
public class ForwardSize implements TransposedConvolution {

    @Override
    public int outputSize(int size, Window window, int outputPadding) {
        if (outputPadding < 0 || outputPadding >= Math.max(window.stride(), window.dilation())) {
            throw new IllegalArgumentException("outputSize: output padding " + outputPadding + " with " + window);
        }
        int room = size + 2 * window.padding() - window.dilation() * (window.kernel() - 1) - 1;
        int out = Math.floorDiv(room, window.stride()) + 1 + outputPadding;
        if (out < 1) throw new IllegalArgumentException("outputSize: " + out + " cells");
        return out;
    }
}
