package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Halves with whole numbers.
@KnownWrong(task = "4.5", hint = "integerDivision", part = "three", expected = "-0.5", actual = "0")
public class IntegerDivision implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2 - window.padding();
        double target = (window.stride() - 1) / 2;
        return landing - target;
    }
}
