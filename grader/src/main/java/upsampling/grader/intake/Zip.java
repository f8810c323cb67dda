package upsampling.grader.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a zip as its last directory has it, and believes nothing else.
///
/// `java.util.zip` hides what a policy needs: the Unix mode that makes an entry a link, the second entry of the same name, the bytes of a name. A
/// library would do, but the grader is on the class path of every notebook, and its packages would turn up in a learner's completions.
///
/// Format: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", version 6.3.10, sections 4.3 and 4.5. Not read: encryption, archives in several
/// parts, other methods than "stored" and "deflated".
final class Zip {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int HEAD = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64_BYTES = 56;
    private static final int HEAD_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_EXTRA = 0xffff_ffffL;
    private static final int EXTRA_64 = 0x0001;
    private static final int EXTRA_NAME = 0x7075; // Info-ZIP: the name once more, in UTF-8
    private static final int UTF_8_FLAG = 1 << 11;
    private static final int UNIX = 3;
    private static final int MACOS = 19;
    private static final int DIRECTORY_BYTES = 256 << 20;
    private static final int CHUNK = 1 << 16;
    private static final Charset CP437 = Charset.forName("IBM437");

    private final ByteSource source;
    private final long directory;
    final List<ZipEntryHead> entries;

    private Zip(ByteSource source, long directory, List<ZipEntryHead> entries) {
        this.source = source;
        this.directory = directory;
        this.entries = entries;
    }

    /// What stands at the end: how many entries, and where their heads lie.
    private record End(long count, long at, long bytes) { }

    /// Reads the directory.
    ///
    /// @param most entries
    /// @throws BrokenZip if this is no zip or a damaged one
    /// @throws Rejection if there are more entries
    static Zip open(ByteSource source, int most) throws IOException, Rejection {
        End end = end(source);
        if (end.count > most) throw new Rejection("its archive holds " + end.count + " entries, more than " + most);
        if (end.at < 0 || end.bytes < 0 || end.bytes > DIRECTORY_BYTES || end.at > source.size() - end.bytes) throw new BrokenZip("its directory is damaged");
        ByteBuffer heads = littleEndian(source.read(end.at, (int) end.bytes));
        List<ZipEntryHead> entries = new ArrayList<>();
        for (long i = 0; i < end.count; i++) {
            if (heads.remaining() < HEAD_BYTES || heads.getInt(heads.position()) != HEAD) throw new BrokenZip("its directory is damaged");
            entries.add(head(heads));
        }
        if (heads.hasRemaining()) throw new BrokenZip("its directory holds more than it says");
        return new Zip(source, end.at, List.copyOf(entries));
    }

    private static End end(ByteSource source) throws IOException {
        int tailBytes = (int) Math.min(source.size(), END_BYTES + LONGEST_COMMENT);
        long tailAt = source.size() - tailBytes;
        ByteBuffer tail = littleEndian(source.read(tailAt, tailBytes));
        for (int i = tailBytes - END_BYTES; i >= 0; i--) {
            if (tail.getInt(i) != END || i + END_BYTES + unsigned(tail, i + 20) != tailBytes) continue;
            var end = new End(unsigned(tail, i + 10), tail.getInt(i + 16) & IN_EXTRA, tail.getInt(i + 12) & IN_EXTRA);
            long endAt = tailAt + i;
            boolean in64 = end.count == 0xffff || end.at == IN_EXTRA || end.bytes == IN_EXTRA;
            if (in64) {
                end = end64(source, endAt);
            } else if (end.at + end.bytes != endAt) {
                throw new BrokenZip("its directory is not where it says");
            }
            return end;
        }
        throw new BrokenZip("it is no zip, or its end is missing");
    }

    private static End end64(ByteSource source, long endAt) throws IOException {
        if (endAt < LOCATOR_BYTES + END_64_BYTES) throw new BrokenZip("its directory is damaged");
        ByteBuffer locator = littleEndian(source.read(endAt - LOCATOR_BYTES, LOCATOR_BYTES));
        if (locator.getInt(0) != LOCATOR_64) throw new BrokenZip("its directory is damaged");
        ByteBuffer end = littleEndian(source.read(locator.getLong(8), END_64_BYTES));
        if (end.getInt(0) != END_64) throw new BrokenZip("its directory is damaged");
        return new End(end.getLong(32), end.getLong(48), end.getLong(40));
    }

    private static ZipEntryHead head(ByteBuffer heads) throws BrokenZip {
        int at = heads.position();
        int nameBytes = unsigned(heads, at + 28);
        int extraBytes = unsigned(heads, at + 30);
        int bytes = HEAD_BYTES + nameBytes + extraBytes + unsigned(heads, at + 32);
        if (bytes > heads.remaining()) throw new BrokenZip("its directory is damaged");
        byte[] rawName = Arrays.copyOfRange(heads.array(), at + HEAD_BYTES, at + HEAD_BYTES + nameBytes);
        ByteBuffer extra = littleEndian(Arrays.copyOfRange(heads.array(), at + HEAD_BYTES + nameBytes, at + HEAD_BYTES + nameBytes + extraBytes));
        int system = unsigned(heads, at + 4) >>> 8;
        int flags = unsigned(heads, at + 8);
        long[] sizes = {heads.getInt(at + 24) & IN_EXTRA, heads.getInt(at + 20) & IN_EXTRA, heads.getInt(at + 42) & IN_EXTRA}; // in the order of the 64-bit extra
        wide(sizes, field(extra, EXTRA_64));
        int mode = system == UNIX || system == MACOS ? heads.getInt(at + 38) >>> 16 : 0;
        heads.position(at + bytes);
        return new ZipEntryHead(name(rawName, flags, field(extra, EXTRA_NAME)), rawName, flags, unsigned(heads, at + 10), heads.getInt(at + 16) & IN_EXTRA, sizes[1],
            sizes[0], mode, sizes[2]);
    }

    private static void wide(long[] sizes, ByteBuffer extra) throws BrokenZip {
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != IN_EXTRA) continue;
            if (extra == null || extra.remaining() < Long.BYTES) throw new BrokenZip("its directory is damaged");
            sizes[i] = extra.getLong();
            if (sizes[i] < 0) throw new BrokenZip("its directory is damaged");
        }
    }

    /// Returns the content of an extra field, or null.
    private static ByteBuffer field(ByteBuffer extra, int wanted) {
        for (int at = 0; at + 4 <= extra.limit();) {
            int bytes = unsigned(extra, at + 2);
            if (at + 4 + bytes > extra.limit()) return null;
            if (unsigned(extra, at) == wanted) return extra.slice(at + 4, bytes).order(ByteOrder.LITTLE_ENDIAN);
            at += 4 + bytes;
        }
        return null;
    }

    /// UTF-8 where the archive says so or the bytes allow it (some systems write it and do not say so), else the code page of MS-DOS.
    private static String name(byte[] raw, int flags, ByteBuffer unicode) {
        if (unicode != null && unicode.remaining() > 5 && unicode.get(0) == 1 && (unicode.getInt(1) & IN_EXTRA) == crc(raw)) {
            String name = utf8(unicode.slice(5, unicode.remaining() - 5));
            if (name != null) return name;
        }
        String name = utf8(ByteBuffer.wrap(raw));
        if (name != null) return name;
        return (flags & UTF_8_FLAG) != 0 ? new String(raw, StandardCharsets.UTF_8) : new String(raw, CP437);
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// Unpacks one entry.
    ///
    /// @throws BrokenZip if the entry contradicts the directory or its own check sum; what it holds is then not to be trusted
    byte[] read(ZipEntryHead head) throws IOException {
        if (head.isEncrypted()) throw new BrokenZip("is encrypted");
        if (head.method() != 0 && head.method() != 8) throw new BrokenZip("is packed by method " + head.method() + ", which is not read; use plain zip");
        if (head.size() > Integer.MAX_VALUE - 8) throw new BrokenZip("is too large");
        ByteBuffer local = littleEndian(source.read(head.offset(), LOCAL_BYTES));
        if (local.getInt(0) != LOCAL) throw new BrokenZip("is not where the archive says");
        long data = head.offset() + LOCAL_BYTES + unsigned(local, 26) + unsigned(local, 28);
        if (head.packed() < 0 || data > directory - head.packed()) throw new BrokenZip("is not where the archive says");
        byte[] name = source.read(head.offset() + LOCAL_BYTES, unsigned(local, 26));
        if (!Arrays.equals(name, head.rawName())) throw new BrokenZip("has two names");
        byte[] content = head.method() == 0 ? stored(head, data) : inflated(head, data);
        if (crc(content) != head.crc()) throw new BrokenZip("is damaged: its check sum is another");
        return content;
    }

    private byte[] stored(ZipEntryHead head, long data) throws IOException {
        if (head.packed() != head.size()) throw new BrokenZip("is damaged: it has another size");
        return source.read(data, (int) head.size());
    }

    private byte[] inflated(ZipEntryHead head, long data) throws IOException {
        byte[] content = new byte[(int) head.size()];
        var inflater = new Inflater(true);
        try {
            int made = 0;
            for (long at = 0; !inflater.finished();) {
                if (inflater.needsInput()) {
                    int chunk = (int) Math.min(CHUNK, head.packed() - at);
                    if (chunk == 0) throw new BrokenZip("is damaged: it ends too early");
                    inflater.setInput(source.read(data + at, chunk));
                    at += chunk;
                }
                if (made == content.length) { // there must be nothing more
                    if (inflater.inflate(new byte[1]) > 0) throw new BrokenZip("is larger than it says");
                    continue;
                }
                made += inflater.inflate(content, made, content.length - made);
                if (inflater.needsDictionary()) throw new BrokenZip("is damaged");
            }
            if (made != content.length) throw new BrokenZip("is smaller than it says");
            return content;
        } catch (DataFormatException e) {
            throw new BrokenZip("is damaged");
        } finally {
            inflater.end();
        }
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
