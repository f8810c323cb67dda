package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes the first of the s cells for the target.
@KnownWrong(task = "4.5", hint = "forgetsTargetCentre", part = "four", expected = "0", actual = "0.5")
public class ForgetsTargetCentre implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        return window.dilation() * (window.kernel() - 1) / 2.0 - window.padding();
    }
}
