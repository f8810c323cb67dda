package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Subtracts, and refuses nothing.
@KnownWrong(task = "4.2", hint = "unchecked", part = "tooLarge", expected = "IllegalArgumentException", actual = "2")
public class Unchecked implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        return wanted - least;
    }
}
