package upsampling.cli.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Starts {@link FaultRun} in a Java of its own, with woven operators.
///
/// @param folder for the woven classes and what the runs print
/// @param woven the names of the woven classes
public record FaultProcess(Path folder, Set<String> woven) {

    /// Weaves the operators into a folder.
    public static FaultProcess weave(Path folder) throws IOException {
        return new FaultProcess(folder, FaultWeaver.weave(folder.resolve("woven")));
    }

    /// Runs one lesson and returns what was printed. Several lessons may run at the same time.
    ///
    /// @throws AssertionError if the program does not end well
    public List<String> run(Path lesson) throws IOException, InterruptedException {
        Path printed = folder.resolve(lesson.getFileName() + ".txt");
        String classPath = folder.resolve("woven") + File.pathSeparator + System.getProperty("java.class.path");
        // C1 alone: most of the time goes into starting sessions and compiling cells
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea", "-Xmx1g", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8", "-cp", classPath, FaultRun.class.getName(), lesson.toString())
            .redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        try {
            int code = process.waitFor();
            List<String> lines = Files.readAllLines(printed);
            if (code != 0) throw new AssertionError("FaultRun on " + lesson + " ended with code " + code + ":\n" + String.join("\n", lines));
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
