package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Takes half the kernel for its middle.
@KnownWrong(task = "4.5", hint = "kernelOverTwo", part = "same", expected = "0", actual = "0.5")
public class KernelOverTwo implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        double landing = window.dilation() * window.kernel() / 2.0 - window.padding();
        double target = (window.stride() - 1) / 2.0;
        return landing - target;
    }
}
