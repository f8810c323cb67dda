package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

/// Task 1.4: how many multiply-accumulates does a convolution cost? The task's text stands at {@link Pooling#convMacs}.
public class MyConvMacs implements Pooling {

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        // TODO multiply; mind the type
        throw new UnsupportedOperationException("Task 1.4: not written yet");
    }
}
