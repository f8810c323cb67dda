package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes neighbouring taps for neighbouring cells.
@KnownWrong(task = "4.5", hint = "ignoresDilation", part = "dilation", expected = "0.5", actual = "-0.5")
public class OffsetIgnoresDilation implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = (window.kernel() - 1) / 2.0 - window.padding();
        double target = (window.stride() - 1) / 2.0;
        return landing - target;
    }
}
