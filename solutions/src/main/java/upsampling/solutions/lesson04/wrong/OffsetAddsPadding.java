package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Moves the stamp towards the end by the padding.
@KnownWrong(task = "4.5", hint = "addsPadding", part = "four", expected = "0", actual = "2")
public class OffsetAddsPadding implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * (window.kernel() - 1) / 2.0 + window.padding();
        double target = (window.stride() - 1) / 2.0;
        return landing - target;
    }
}
