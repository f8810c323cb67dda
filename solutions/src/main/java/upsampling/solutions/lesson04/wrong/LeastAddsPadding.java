package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Adds the padding, as the ordinary convolution does.
@KnownWrong(task = "4.2", hint = "addsPadding", part = "padding", expected = "8", actual = "4")
public class LeastAddsPadding implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 + 2 * window.padding();
        if (wanted < 1 || wanted < least || wanted >= least + window.stride()) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted - least;
    }
}
