package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Divides by the squared stride, as if the sizes were those of the input.
@KnownWrong(task = "1.4", hint = "dividesByStride", part = "strided", expected = "9437184", actual = "2359296")
public class DividesByStride implements Pooling {

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return (long) outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel() / (window.stride() * window.stride());
    }
}
