package upsampling.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import upsampling.grader.run.WorkFolder;

/// One call of git: nobody is asked for a password, nothing of the repository is run, and it ends.
///
/// @param output at most as many bytes as were asked for
/// @param lastLine of what it said on standard error
record GitRun(boolean succeeded, boolean timedOut, byte[] output, String lastLine) {
    private static final int ERROR_BYTES = 1 << 16;
    private static final List<String> SETTINGS = List.of("core.hooksPath=/dev/null", "core.fsmonitor=false", "submodule.recurse=false", "protocol.ext.allow=never",
        "credential.interactive=false", "gc.auto=0", "maintenance.auto=false", "advice.detachedHead=false", "filter.lfs.smudge=", "filter.lfs.process=", "filter.lfs.required=false");

    /// @param work ends git with itself
    /// @param here where git runs
    /// @param most bytes of output that are kept
    static GitRun of(WorkFolder work, Path here, Duration time, int most, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        for (String setting : SETTINGS) command.addAll(List.of("-c", setting));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(here.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.equals("GIT_SSL_CAINFO"));
        environment.putAll(Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_ASKPASS", "", "SSH_ASKPASS", "", "GIT_LFS_SKIP_SMUDGE", "1", "GIT_SSH_COMMAND", "ssh -oBatchMode=yes",
            "GIT_NO_LAZY_FETCH", "1", "GIT_ATTR_NOSYSTEM", "1", "LC_ALL", "C", "GCM_INTERACTIVE", "never"));
        Process process;
        try {
            process = work.start(builder);
        } catch (IOException e) {
            return new GitRun(false, false, new byte[0], "git is not installed, or not on the path");
        }
        process.getOutputStream().close();
        var output = CompletableFuture.supplyAsync(() -> read(process.getInputStream(), most), GitRun::start);
        var error = CompletableFuture.supplyAsync(() -> read(process.getErrorStream(), ERROR_BYTES), GitRun::start);
        try {
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) return new GitRun(false, true, new byte[0], "");
            byte[] said = error.get(1, TimeUnit.SECONDS);
            return new GitRun(process.exitValue() == 0, false, output.get(time.toMillis(), TimeUnit.MILLISECONDS), lastLine(new String(said, StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            return new GitRun(false, false, new byte[0], "its output cannot be read");
        } finally {
            WorkFolder.kill(process);
        }
    }

    private static void start(Runnable reading) {
        Thread.ofVirtual().start(reading);
    }

    /// Keeps the first bytes and reads the rest away, so that the process is never held up.
    private static byte[] read(InputStream in, int most) {
        try (in) {
            byte[] first = in.readNBytes(most);
            in.transferTo(OutputStream.nullOutputStream());
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String text) {
        String[] lines = text.strip().split("\\R");
        return lines[lines.length - 1].strip();
    }
}
