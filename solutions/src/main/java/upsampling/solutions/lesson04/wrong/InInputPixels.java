package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Counts in cells of the input.
@KnownWrong(task = "4.5", hint = "inInputPixels", part = "three", expected = "-0.5", actual = "-0.25")
public class InInputPixels implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2.0 - window.padding();
        double target = (window.stride() - 1) / 2.0;
        return (landing - target) / window.stride();
    }
}
