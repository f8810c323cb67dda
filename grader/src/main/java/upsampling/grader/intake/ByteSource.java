package upsampling.grader.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Bytes that can be read anywhere: a file, or an archive inside an archive.
interface ByteSource {
    long size();

    /// @throws IOException if it ends before
    byte[] read(long at, int length) throws IOException;

    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long at, int length) throws IOException {
                if (at < 0 || length < 0 || at > bytes.length - length) throw new BrokenZip("ends too early");
                return Arrays.copyOfRange(bytes, (int) at, (int) at + length);
            }
        };
    }

    static ByteSource of(FileChannel file) throws IOException {
        long size = file.size();
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public byte[] read(long at, int length) throws IOException {
                if (at < 0 || length < 0 || at > size - length) throw new BrokenZip("ends too early");
                var buffer = ByteBuffer.allocate(length);
                while (buffer.hasRemaining()) {
                    if (file.read(buffer, at + buffer.position()) < 0) throw new BrokenZip("ends too early");
                }
                return buffer.array();
            }
        };
    }
}
