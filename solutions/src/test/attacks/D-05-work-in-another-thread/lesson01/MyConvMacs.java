package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    private static double burn(long nanos) {
        double sum = 0;
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) sum += Math.sqrt(sum + 1);
        return sum;
    }

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        Thread worker = new Thread(() -> burn(3_000_000_000L));
        worker.start();
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return (long) outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel();
    }
}
