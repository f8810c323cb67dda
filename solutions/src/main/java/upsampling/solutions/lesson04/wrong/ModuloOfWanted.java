package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes the rest of the wanted size by the stride.
@KnownWrong(task = "4.2", hint = "moduloOfWanted", part = "least", expected = "0", actual = "1")
public class ModuloOfWanted implements TransposedConvolution {

    @Override
    public int outputPaddingFor(int size, int wanted, Window window) {
        int least = window.stride() * (size - 1) + window.dilation() * (window.kernel() - 1) + 1 - 2 * window.padding();
        if (wanted < 1 || wanted < least || wanted >= least + window.stride()) throw new IllegalArgumentException("outputPaddingFor: " + wanted);
        return wanted % window.stride();
    }
}
