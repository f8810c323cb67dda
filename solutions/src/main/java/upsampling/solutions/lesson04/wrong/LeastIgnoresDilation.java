package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes the number of taps for the width of the stamp.
@KnownWrong(task = "4.2", hint = "ignoresDilation", part = "dilation", expected = "0", actual = "2")
public class LeastIgnoresDilation implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.kernel() - 2 * window.padding();
        if (wanted < 1 || wanted < least || wanted >= least + window.stride()) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted - least;
    }
}
