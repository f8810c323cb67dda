package upsampling.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The folder of one check or batch: the compiled answers, and where the other virtual machines run. It is deleted at the end, after Ctrl-C, too.
///
/// At Ctrl-C the threads of a virtual machine run on while its shutdown hooks do their work, and what the compiler writes into a folder that was just
/// deleted would stay. So whoever writes or starts a process here holds a lock; the hook takes that lock and never gives it back.
public final class WorkFolder implements AutoCloseable {
    private static final long END_SECONDS = 5;

    /// What runs at Ctrl-C.
    final Thread hook = new Thread(this::end, "end of check");
    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Process, Consumer<Process>> processes = new LinkedHashMap<>(); // with what ends each of them

    private WorkFolder(Path path) {
        this.path = path;
    }

    /// Makes an empty folder.
    public static WorkFolder create() throws IOException {
        var folder = new WorkFolder(Files.createTempDirectory("course-check"));
        try {
            Runtime.getRuntime().addShutdownHook(folder.hook);
        } catch (IllegalStateException ending) { // Ctrl-C came first
            folder.end();
            throw ending;
        }
        return folder;
    }

    /// Returns the folder.
    public Path path() {
        return path;
    }

    /// Something that writes into this folder.
    public interface Writing<T> {
        T write() throws IOException;
    }

    /// Lets code write into this folder. When the check is ending this never returns.
    public <T> T write(Writing<T> code) throws IOException {
        lock.lock();
        try {
            return code.write();
        } finally {
            lock.unlock();
        }
    }

    /// Starts a process that ends with this folder.
    public Process start(ProcessBuilder builder) throws IOException {
        return start(builder, WorkFolder::kill);
    }

    /// Starts a process that ends with this folder.
    ///
    /// @param end ends the process and what it has started
    public Process start(ProcessBuilder builder, Consumer<Process> end) throws IOException {
        return write(() -> {
            if (builder.directory() == null) builder.directory(path.toFile());
            Process process = builder.start();
            processes.keySet().removeIf(one -> !one.isAlive());
            processes.put(process, end);
            return process;
        });
    }

    /// Ends a process and what it started.
    public static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList(); // asked first: they are nobody's children afterwards
        process.destroyForcibly();
        for (ProcessHandle child : children) child.destroyForcibly();
    }

    /// Ends its processes and deletes the folder.
    @Override
    public void close() {
        lock.lock();
        try {
            empty();
        } finally {
            lock.unlock();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook is running already
        }
    }

    private void end() {
        lock.lock(); // for good; at most until one answer is compiled
        empty();
    }

    private void empty() {
        processes.forEach((process, end) -> end.accept(process));
        try {
            for (Process process : processes.keySet()) process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        processes.clear();
        delete();
    }

    private void delete() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            // a temporary folder: the system removes what is left
        }
    }
}
