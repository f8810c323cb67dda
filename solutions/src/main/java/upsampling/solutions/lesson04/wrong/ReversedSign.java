package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Subtracts the landing from the target.
@KnownWrong(task = "4.5", hint = "reversedSign", part = "three", expected = "-0.5", actual = "0.5")
public class ReversedSign implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2.0 - window.padding();
        double target = (window.stride() - 1) / 2.0;
        return target - landing;
    }
}
