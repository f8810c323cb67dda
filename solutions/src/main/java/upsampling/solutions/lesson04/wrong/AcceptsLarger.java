package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Refuses sizes that are too small only.
@KnownWrong(task = "4.2", hint = "acceptsLarger", part = "tooLarge", expected = "IllegalArgumentException", actual = "2")
public class AcceptsLarger implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        if (wanted < 1 || wanted < least) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted - least;
    }
}
