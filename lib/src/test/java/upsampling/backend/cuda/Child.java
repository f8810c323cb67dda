package upsampling.backend.cuda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A Java process of its own, for {@link DeviceProgram}: a process binds to the first driver that it loads, and a kernel that writes to the wrong place ends it.
final class Child {
    private static final long TIMEOUT_SECONDS = 120; // far more than it takes, also where many programs share the machine

    private final List<String> options = new ArrayList<>(List.of("-ea", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:-CreateCoredumpOnCrash"));
    private final List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    private final List<String> environment = new ArrayList<>();
    private boolean hasNativeAccess = true;

    private Child() { }

    /// What a process has left behind.
    ///
    /// @param exit 0 unless it failed or crashed
    /// @param lines of standard output
    /// @param errors of standard error
    record Outcome(int exit, List<String> lines, List<String> errors) {
        /// Everything, for the message of a test.
        @Override
        public String toString() {
            return "exit code %d%nstandard output:%n%s%nstandard error:%n%s".formatted(exit, String.join("\n", lines), String.join("\n", errors));
        }

        boolean says(String text) {
            return lines.stream().anyMatch(line -> line.contains(text)) || errors.stream().anyMatch(line -> line.contains(text));
        }
    }

    /// A process whose driver is this file.
    static Child on(Path library) {
        return new Child().with(CudaProbe.LIBRARY, library.toAbsolutePath().toString());
    }

    /// A process on the stand-in as it should be; skips the test where it cannot be built.
    static Child onStandIn() {
        skipWithoutStandIn();
        return on(StandIn.library().orElseThrow());
    }

    static void skipWithoutStandIn() {
        if (!StandIn.obstacle().isEmpty()) Required.lacks("cuda", "the stand-in driver cannot be built: " + StandIn.obstacle());
    }

    /// With a system property.
    Child with(String property, Object value) {
        options.add("-D" + property + "=" + value);
        return this;
    }

    /// With a variable of the environment, such as a switch of the stand-in.
    Child withVariable(String name, Object value) {
        environment.add(name + "=" + value);
        return this;
    }

    /// With other files in place of those of the library.
    Child withFirst(Path folder) {
        classPath.addFirst(folder.toAbsolutePath().toString());
        return this;
    }

    /// Without a library.
    Child without(String jar) {
        if (!classPath.removeIf(entry -> entry.contains(jar))) throw new IllegalStateException(jar + " is not on the class path: " + classPath);
        return this;
    }

    /// With methods of the library compiled before their first call: the garbage collector then takes what an interpreter would still hold.
    Child compiled() {
        options.addAll(List.of("-Xcomp", "-XX:CompileCommand=quiet", "-XX:CompileOnly=upsampling.*::*"));
        return this;
    }

    Child withoutNativeAccess() {
        hasNativeAccess = false;
        return this;
    }

    /// Runs a part of {@link DeviceProgram} to its end.
    Outcome run(String... arguments) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "children"));
            Path output = Files.createTempFile(folder, "output-", ".txt");
            Path errors = Files.createTempFile(folder, "errors-", ".txt");
            Path crash = Path.of(output + ".crash");
            try {
                List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
                command.addAll(options);
                if (hasNativeAccess) command.add("--enable-native-access=ALL-UNNAMED");
                command.addAll(List.of("-XX:ErrorFile=" + crash, "-cp", classPath.stream().collect(Collectors.joining(File.pathSeparator)), DeviceProgram.class.getName()));
                command.addAll(Arrays.asList(arguments));
                ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("STAND_IN_") || name.equals("JAVA_TOOL_OPTIONS"));
                for (String variable : environment) builder.environment().put(variable.split("=")[0], variable.split("=")[1]);
                int exit = waitFor(builder.start());
                return new Outcome(exit, Files.readAllLines(output), Files.readAllLines(errors));
            } finally {
                for (Path file : List.of(output, errors, crash)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int waitFor(Process process) {
        try {
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
            throw new AssertionError("the process did not end within " + TIMEOUT_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
