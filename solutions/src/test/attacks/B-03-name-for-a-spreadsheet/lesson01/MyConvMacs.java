package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return 0;
    }
}
