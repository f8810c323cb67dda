package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        long n = 0;
        while (n >= 0) {
            try {
                n = (n + 1) % 1000;
                if (Thread.interrupted()) throw new InterruptedException();
            } catch (Throwable interrupted) {
                n = 0;
            }
        }
        return n;
    }
}
