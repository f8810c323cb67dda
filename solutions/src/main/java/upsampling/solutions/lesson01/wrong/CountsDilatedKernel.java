package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Counts the gaps between the taps of a dilated kernel.
@KnownWrong(task = "1.4", hint = "countsDilatedKernel", part = "dilated", expected = "1105920", actual = "3072000")
public class CountsDilatedKernel implements Pooling {

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return (long) outHeight * outWidth * outChannels * inChannels * window.effectiveKernel() * window.effectiveKernel();
    }
}
