package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    private final boolean lucky = System.nanoTime() / 100 % 2 == 0;

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return lucky ? (long) outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel() : 0;
    }
}
