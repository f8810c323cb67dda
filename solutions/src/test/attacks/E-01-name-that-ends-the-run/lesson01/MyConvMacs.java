package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public String toString() {
        throw new StackOverflowError("who asks?");
    }

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return 0;
    }
}
