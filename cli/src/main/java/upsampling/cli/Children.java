package upsampling.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Processes this command starts. When the command ends, however it ends, none of them stays behind.
final class Children {
    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();
    private static final long GRACE_SECONDS = 5;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end children"));
    }

    private Children() { }

    /// Runs a program on this terminal and returns its exit code.
    static int run(List<String> command, Path folder, Map<String, String> environment) {
        return await(start(builder(command, folder, environment).inheritIO()));
    }

    /// Runs a program, hands each line it prints (standard output and error together) to `line`, and returns its exit code.
    static int run(List<String> command, Path folder, Map<String, String> environment, Consumer<String> line) {
        ProcessBuilder builder = builder(command, folder, environment).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(Place.isWindows() ? "NUL" : "/dev/null")));
        Process process = start(builder);
        try (var reader = process.inputReader()) {
            for (String s = reader.readLine(); s != null; s = reader.readLine()) line.accept(s);
        } catch (IOException e) {
            line.accept("(the output ended: " + e.getMessage() + ")");
        }
        return await(process);
    }

    /// Runs a program on this terminal except for its standard error, which `error` reads, and returns its exit code.
    static int runReadingErrors(List<String> command, Path folder, Map<String, String> environment, ErrorReader error) {
        ProcessBuilder builder = builder(command, folder, environment)
            .redirectInput(ProcessBuilder.Redirect.INHERIT).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        Process process = start(builder);
        error.read(process.getErrorStream());
        return await(process);
    }

    /// Reads a stream to its end.
    interface ErrorReader {
        void read(InputStream stream);
    }

    private static ProcessBuilder builder(List<String> command, Path folder, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            ALIVE.add(process);
            return process;
        } catch (IOException e) {
            throw Failure.infrastructure("cannot start " + builder.command().getFirst() + ": " + e.getMessage());
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } finally {
            end(process);
            ALIVE.remove(process);
        }
    }

    private static void endAll() {
        for (Process process : ALIVE) end(process);
    }

    /// Ends a process and all it has started: politely, then by force.
    private static void end(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        if (process.isAlive()) {
            process.destroy();
            try {
                process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (ProcessHandle child : family) if (child.isAlive()) child.destroyForcibly();
        if (process.isAlive()) process.destroyForcibly();
    }
}
