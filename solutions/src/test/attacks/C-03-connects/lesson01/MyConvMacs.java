package answers.lesson01;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", @PORT@), 2000);
            socket.getOutputStream().write((outHeight + " " + outWidth).getBytes());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
