package upsampling.grader.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zips byte by byte, so that a test can write what no honest program writes.
final class ZipMaker {
    static final int REGULAR = 0100644;
    static final int LINK = 0120777;
    static final int DEVICE = 0020666;
    private static final int UTF_8 = 1 << 11;

    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private final List<byte[]> heads = new ArrayList<>();

    ZipMaker add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8), REGULAR);
    }

    ZipMaker add(String name, byte[] content) {
        return add(name, content, REGULAR);
    }

    ZipMaker add(String name, byte[] content, int mode) {
        return add(name.getBytes(StandardCharsets.UTF_8), UTF_8, content, content.length, mode, null);
    }

    /// @param localName the name before the content, if it is to be another one
    ZipMaker add(byte[] name, int flags, byte[] content, long size, int mode, byte[] localName) {
        var crc = new CRC32();
        crc.update(content);
        byte[] packed = deflated(content);
        byte[] local = localName == null ? name : localName;
        int offset = files.size();
        ByteBuffer head = little(30).putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) 8).putInt(0)
            .putInt((int) crc.getValue()).putInt(packed.length).putInt((int) size).putShort((short) local.length).putShort((short) 0);
        files.writeBytes(head.array());
        files.writeBytes(local);
        files.writeBytes(packed);
        ByteBuffer entry = little(46 + name.length).putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20).putShort((short) flags)
            .putShort((short) 8).putInt(0).putInt((int) crc.getValue()).putInt(packed.length).putInt((int) size).putShort((short) name.length).putShort((short) 0)
            .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(mode << 16).putInt(offset).put(name);
        heads.add(entry.array());
        return this;
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(files.toByteArray());
        int at = all.size();
        heads.forEach(all::writeBytes);
        int length = all.size() - at;
        all.writeBytes(little(22).putInt(0x06054b50).putInt(0).putShort((short) heads.size()).putShort((short) heads.size()).putInt(length).putInt(at)
            .putShort((short) 0).array());
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (!deflater.finished()) out.write(chunk, 0, deflater.deflate(chunk));
        deflater.end();
        return out.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
