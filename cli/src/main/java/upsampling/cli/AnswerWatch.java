package upsampling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Sees when answer files are saved.
///
/// What changed is read from the files' times and sizes. The system's messages only wake it earlier: on some drives (of another machine, of a
/// container) there are none, and then it looks by itself once a second.
final class AnswerWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /// An editor saves in several steps: it is over when nothing changed for so long.
    private static final Duration QUIET = Duration.ofMillis(200);

    private final Path answers;
    private final WatchService messages;
    private final Set<Path> watched = new HashSet<>();
    private Map<Path, Stamp> known;

    /// What tells one version of a file from the next.
    private record Stamp(FileTime time, long size) { }

    /// @param answers the folder with `lesson01/*.java`; it need not exist yet
    AnswerWatch(Path answers) {
        this(answers, true);
    }

    /// @param listens whether the system's messages are used
    AnswerWatch(Path answers, boolean listens) {
        this.answers = answers;
        messages = listens ? service() : null;
        known = look();
    }

    private static WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException none) {
            return null; // looking once a second does it too
        }
    }

    /// Waits for a change, then until the files are quiet.
    ///
    /// @return the files that were saved, made or deleted since the last call
    Set<Path> await() throws InterruptedException {
        Map<Path, Stamp> now = look();
        while (now.equals(known)) {
            pause(LOOK);
            now = look();
        }
        while (true) {
            Thread.sleep(QUIET.toMillis());
            Map<Path, Stamp> later = look();
            if (later.equals(now)) break;
            now = later;
        }
        Set<Path> changed = new TreeSet<>(now.keySet());
        changed.addAll(known.keySet());
        Map<Path, Stamp> before = known;
        Map<Path, Stamp> after = now;
        changed.removeIf(file -> before.containsKey(file) && before.get(file).equals(after.get(file)));
        known = now;
        return changed;
    }

    private void pause(Duration most) throws InterruptedException {
        if (messages == null) {
            Thread.sleep(most.toMillis());
            return;
        }
        WatchKey key = messages.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = messages.poll();
        }
    }

    private Map<Path, Stamp> look() {
        Map<Path, Stamp> files = new TreeMap<>();
        if (!Files.isDirectory(answers)) return files;
        listen(answers);
        try (Stream<Path> folders = Files.list(answers)) {
            for (Path folder : folders.filter(f -> f.getFileName().toString().matches("lesson\\d\\d") && Files.isDirectory(f)).toList()) {
                listen(folder);
                try (Stream<Path> list = Files.list(folder)) {
                    for (Path file : list.filter(f -> f.getFileName().toString().endsWith(".java")).toList()) {
                        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                        if (attributes.isRegularFile()) files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
                    }
                }
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            return look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void listen(Path folder) {
        if (messages == null || !watched.add(folder)) return;
        try {
            folder.register(messages, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException noMoreWatches) {
            // looking once a second does it too
        }
    }

    @Override
    public void close() {
        if (messages == null) return;
        try {
            messages.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
