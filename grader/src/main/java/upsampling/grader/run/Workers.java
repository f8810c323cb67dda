package upsampling.grader.run;

import java.nio.file.Path;
import java.time.Duration;

import upsampling.grader.run.Wire.Request;

/// One worker at a time; a fresh one after a task that took too long, crashed, or left threads behind.
final class Workers implements AutoCloseable {
    private final Path java;
    private final String classPath;
    private final WorkFolder folder;
    private Worker current;

    Workers(Path java, String classPath, WorkFolder folder) {
        this.java = java;
        this.classPath = classPath;
        this.folder = folder;
    }

    /// Starts a worker, so that it is ready when it is needed.
    void prepare() {
        if (current == null) current = Worker.start(java, classPath, folder);
    }

    Worker.Run run(Request request, Duration limit) throws InterruptedException {
        prepare();
        Worker.Run run = current.run(request, limit);
        if (!current.usable()) close();
        return run;
    }

    @Override
    public void close() {
        if (current != null) current.close();
        current = null;
    }
}
