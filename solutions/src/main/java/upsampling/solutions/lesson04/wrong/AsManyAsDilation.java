package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Allows every output padding that task 4.1 allows.
@KnownWrong(task = "4.2", hint = "asManyAsDilation", part = "dilationAboveStride", expected = "IllegalArgumentException", actual = "1")
public class AsManyAsDilation implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        int sizes = Math.max(window.stride(), window.dilation());
        if (wanted < 1 || wanted < least || wanted >= least + sizes) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted - least;
    }
}
