package upsampling.grader.batch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import upsampling.grader.result.Json;
import upsampling.grader.run.GraderFailure;

/// The folder of a run.
///
/// ```
/// units/<name>.json          what was seen of answers to a lesson; a name is the hash of all it depends on
/// submissions/<id>.json      which units belong to a submission
/// journal.jsonl              a line for each finished unit, in the order in which they were finished
/// ```
/// A file is written under another name, forced to the disk, and renamed: whenever the machine is switched off, each file is whole or not there.
public final class Store implements AutoCloseable {
    private final Path folder;
    private final FileChannel journal;
    private final FileLock lock;

    private Store(Path folder, FileChannel journal, FileLock lock) {
        this.folder = folder;
        this.journal = journal;
        this.lock = lock;
    }

    /// Opens a folder, and makes it if there is none.
    ///
    /// @param journalName the file of the journal; shards have one each
    /// @throws GraderFailure if another run uses it
    public static Store open(Path folder, String journalName) throws IOException {
        Files.createDirectories(folder.resolve("units"));
        Files.createDirectories(folder.resolve("submissions"));
        FileChannel journal = FileChannel.open(folder.resolve(journalName), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        FileLock lock;
        try {
            lock = journal.tryLock();
        } catch (OverlappingFileLockException here) {
            lock = null;
        }
        if (lock == null) {
            journal.close();
            throw new GraderFailure("grade: another run is writing to " + folder + "; wait for it, or choose another folder with --out");
        }
        return new Store(folder, journal, lock);
    }

    /// Returns a finished unit, or nothing.
    Optional<UnitResult> unit(String name) {
        return read(unitFile(name), UnitResult.class);
    }

    /// Keeps a finished unit, and then says so in the journal.
    void keep(String submission, String name, UnitResult unit) {
        write(unitFile(name), Json.COMPACT.toJson(unit));
        journal(Json.COMPACT.toJson(new Line(submission, unit.lesson(), name)));
    }

    /// Keeps a submission whose units are all finished.
    void keep(Graded submission) {
        write(folder.resolve("submissions").resolve(submission.id() + ".json"), Json.PRETTY.toJson(submission));
    }

    /// Returns all submissions that were kept, ordered by id.
    public List<Graded> submissions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("submissions"))) {
            List<Graded> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) read(file, Graded.class).ifPresent(all::add);
            return all;
        }
    }

    /// Returns the finished units of a submission by lesson.
    public Map<Integer, UnitResult> units(Graded submission) {
        Map<Integer, UnitResult> units = new HashMap<>();
        submission.units().forEach((lesson, name) -> unit(name).ifPresent(unit -> units.put(lesson, unit)));
        return units;
    }

    private record Line(String submission, int lesson, String unit) { }

    private Path unitFile(String name) {
        return folder.resolve("units").resolve(name + ".json");
    }

    private synchronized void journal(String line) {
        try {
            journal.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            journal.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("grade: the journal in " + folder + " cannot be written", e);
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? Optional.of(Json.COMPACT.fromJson(Files.readString(file), type)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("grade: " + file + " cannot be read", e);
        } catch (JsonParseException e) {
            throw new GraderFailure("grade: " + file + " is broken; delete it, and it is made again: " + e.getMessage(), e);
        }
    }

    /// Writes a file whole or not at all.
    public static void write(Path file, String text) {
        try {
            Path draft = Files.createTempFile(file.getParent(), ".draft", ".tmp");
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("grade: " + file + " cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        journal.close();
    }
}
