package upsampling.cli.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs files into a zip whose bytes depend on nothing but the files: sorted as they come, all of one time, with the modes that Unix knows.
final class Zip {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0); // as project.build.outputTimestamp; local, so no time zone enters
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int MADE_BY_UNIX = 3 << 8 | 20;
    private static final int PLAIN = 0100644;
    private static final int EXECUTABLE = 0100755;

    private Zip() { }

    /// Returns the bytes of a zip.
    ///
    /// @param folder the one folder at its top
    static byte[] of(String folder, List<Released> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Released file : files) {
                var entry = new ZipEntry(folder + "/" + file.path());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withModes(bytes.toByteArray(), files);
    }

    /// `ZipOutputStream` cannot set modes, so they are written into the list at the end of the file, where unzip reads them.
    private static byte[] withModes(byte[] bytes, List<Released> files) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = zip.getInt(bytes.length - END_LENGTH + 16); // where the list begins
        for (Released file : files) {
            if (zip.getInt(at) != CENTRAL) throw new IllegalStateException("the list of the zip is not where it should be");
            zip.putShort(at + 4, (short) MADE_BY_UNIX);
            zip.putInt(at + 38, (file.executable() ? EXECUTABLE : PLAIN) << 16);
            at += CENTRAL_LENGTH + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return bytes;
    }
}
