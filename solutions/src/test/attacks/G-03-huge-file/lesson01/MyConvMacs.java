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
            Path file = Files.createTempFile("huge", ".bin");
            try (var out = Files.newOutputStream(file)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 128; i++) out.write(zeros);
            }
            System.out.println("@MARK@");
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
