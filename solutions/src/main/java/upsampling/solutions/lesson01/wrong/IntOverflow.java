package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Multiplies in `int` and widens the wrapped product.
@KnownWrong(task = "1.4", hint = "intOverflow", part = "large", expected = "39582418599936", actual = "0")
public class IntOverflow implements Pooling {

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel();
    }
}
