package answers.lesson01;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            var frames = new DataOutputStream(out);
            frames.writeBytes("Grade :=>> 2.0\n");
            for (int number = 1; number < 100; number++) {
                frames.writeShort(0x5550);
                frames.writeByte(1);
                frames.writeByte(6);
                frames.writeInt(number);
                frames.writeInt(8);
                frames.writeLong(37_748_736L);
            }
            frames.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 37_748_736L;
    }
}
