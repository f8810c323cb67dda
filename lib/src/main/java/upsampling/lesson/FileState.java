package upsampling.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// Keeps events as lines of a file: time, kind, subject, value and an end mark, divided by tabs.
///
/// Every event is one write at the end of the file, under a lock, so kernels that run beside each other do not mix their lines. A line without
/// its end mark was torn by a crash: it is skipped, and the next event begins on a new line.
public final class FileState implements LessonState {
    private static final String END = "end";
    private static final int FIELDS = 5;
    private static final String FILE = "events.tsv";
    /// A lock of the file system holds between processes; this one between the threads of a process.
    private static final Object WITHIN_PROCESS = new Object();

    private final Path file;
    private boolean broken;

    /// Returns what is kept in a folder, such as `work/.state`; lessons whose `COURSE_STATE` names the folder write there.
    public static FileState in(Path folder) {
        return new FileState(folder.resolve(FILE));
    }

    /// @param file is made, with its folder, when the first event comes
    public FileState(Path file) {
        this.file = file;
    }

    @Override
    public void record(Event event) {
        String line = String.join("\t", event.time().toString(), escape(event.kind()), escape(event.subject()), escape(event.value()), END) + "\n";
        synchronized (WITHIN_PROCESS) {
            try {
                append(line);
            } catch (IOException | RuntimeException e) {
                if (!broken) System.err.println("Predictions and progress are not kept: " + e);
                broken = true;
            }
        }
    }

    private void append(String line) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) Files.createDirectories(folder);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
            assert lock.isValid();
            channel.position(channel.size());
            ByteBuffer bytes = ByteBuffer.wrap(((endsWithLine(channel) ? "" : "\n") + line).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
        }
    }

    private static boolean endsWithLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) return true;
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n';
    }

    @Override
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        if (!Files.isReadable(file)) return events;
        try {
            // decoded leniently: a torn line may end inside a letter
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                Event event = parse(line);
                if (event != null) events.add(event);
            }
        } catch (IOException e) {
            System.err.println("Predictions and progress cannot be read: " + e);
        }
        return events;
    }

    // null: not a whole line
    private static Event parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || !fields[FIELDS - 1].equals(END)) return null;
        try {
            return new Event(Instant.parse(fields[0]), unescape(fields[1]), unescape(fields[2]), unescape(fields[3]));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String escape(String s) {
        return s.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String s) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\\' || i + 1 == s.length()) {
                text.append(c);
                continue;
            }
            char next = s.charAt(++i);
            text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return text.toString();
    }
}
