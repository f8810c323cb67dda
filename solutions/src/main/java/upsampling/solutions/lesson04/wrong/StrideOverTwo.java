package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes half the stride for the middle of the cells.
@KnownWrong(task = "4.5", hint = "strideOverTwo", part = "two", expected = "0", actual = "-0.5")
public class StrideOverTwo implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2.0 - window.padding();
        double target = window.stride() / 2.0;
        return landing - target;
    }
}
