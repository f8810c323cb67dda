package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Counts the multiplication and the addition of a MAC.
@KnownWrong(task = "1.4", hint = "countsFlops", part = "layer", expected = "37748736", actual = "75497472")
public class CountsFlops implements Pooling {

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return 2L * outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel();
    }
}
