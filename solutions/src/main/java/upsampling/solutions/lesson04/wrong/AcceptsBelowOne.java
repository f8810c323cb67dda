package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Accepts a picture without cells where the padding is large enough.
@KnownWrong(task = "4.2", hint = "acceptsBelowOne", part = "empty", expected = "IllegalArgumentException", actual = "1")
public class AcceptsBelowOne implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        if (wanted < least || wanted >= least + window.stride()) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted - least;
    }
}
