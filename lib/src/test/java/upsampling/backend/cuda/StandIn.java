package upsampling.backend.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds the stand-in driver: a `libcuda.so.1` with no GPU behind it, which runs the library's own kernels on the processor.
///
/// g++ compiles the `.cu` files together with `src/test/cuda`, where each CUDA thread of a block is a fiber. JCuda loads the result in place of
/// NVIDIA's driver, so a test covers the host code in Java and the kernels at once. What it cannot show: what NVIDIA's compiler makes of the PTX,
/// races between blocks, and speed.
///
/// A process binds to the first `libcuda.so.1` that it loads: a test of another library, such as one with a planted fault, needs a process of its own.
public final class StandIn {
    private static final Path SOURCES = Path.of("src/test/cuda");
    private static final Path SHARED = SOURCES.resolve("shared");
    private static final Path EXPORTS = SOURCES.resolve("exports.map");
    private static final Path KERNELS = Path.of("src/main/resources/upsampling/backend/cuda");
    private static final Path TARGET = Path.of("target/stand-in");
    private static final String LIBRARY = "libcuda.so.1";

    // Products and sums are not contracted, so what a kernel does not write as fmaf is rounded twice, here as by nvcc -fmad=false.
    private static final List<String> COMMAND = List.of("g++", "-std=c++17", "-O2", "-g", "-ffp-contract=off", "-fPIC",
        "-fvisibility=hidden", "-Wl,-soname," + LIBRARY, "-Wall", "-Wno-unused-variable", "-Wno-unused-function", "-Wno-unknown-pragmas");

    /// A kernel after preprocessing: emulator.h gives `__global__` this form. Before it, a kernel may still hide in a macro.
    private static final Pattern KERNEL = Pattern.compile("extern\\s+\"C\"\\s+__attribute__\\(\\(noinline\\)\\)\\s+void\\s+(\\w+)\\s*\\(");

    private StandIn() {
    }

    /// Returns the library, built anew if a source has changed since the last time, or nothing where it cannot be built; [#obstacle()] says why.
    ///
    /// @throws IllegalStateException unless g++ compiles the sources; the message holds its output
    public static Optional<Path> library() {
        return obstacle().isEmpty() ? Optional.of(library(List.of(), KERNELS, TARGET)) : Optional.empty();
    }

    /// Returns a library as [#build] makes it, built anew if a source has changed since the last time.
    public static synchronized Path library(List<String> extraDefines, Path folderOfKernels, Path into) {
        try {
            Path library = into.resolve(LIBRARY).toAbsolutePath();
            Path stamp = into.resolve("stamp.txt");
            String now = hashOfSources(extraDefines, folderOfKernels);
            if (Files.exists(library) && Files.exists(stamp) && Files.readString(stamp).equals(now)) return library;
            build(extraDefines, folderOfKernels, into);
            writeAtomically(stamp, now);
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns why there can be no stand-in on this machine; empty if there can.
    public static String obstacle() {
        String system = System.getProperty("os.name"), processor = System.getProperty("os.arch");
        if (!system.equals("Linux") || !processor.equals("amd64")) return "the stand-in driver needs Linux on x86-64, but this is " + system + " on " + processor;
        return compilerVersion().isEmpty() ? "the stand-in driver needs g++, and there is none on the PATH" : "";
    }

    /// Builds a stand-in of other kernels, or of the library's with a planted fault, whether or not it exists already.
    ///
    /// Two processes may build into one folder at once: each has its own temporary name, and the library appears there whole.
    ///
    /// @param extraDefines options for g++, such as `-DFAULT_MISSING_BARRIER`
    /// @param folderOfKernels the folder with the `.cu` files
    /// @param into the folder that receives `libcuda.so.1`
    /// @return the library
    /// @throws IllegalStateException unless g++ compiles the sources; the message holds its output
    public static Path build(List<String> extraDefines, Path folderOfKernels, Path into) {
        try {
            Files.createDirectories(into);
            Path work = Files.createTempDirectory(into, "build-");
            try {
                List<String> options = new ArrayList<>(extraDefines);
                options.addAll(List.of("-I", SOURCES.toAbsolutePath().toString()));
                Path unit = work.resolve("kernels_of_this_build.cpp");
                Path built = work.resolve(LIBRARY);
                String includes = includes(folderOfKernels);
                Files.writeString(unit, includes);
                Path preprocessed = work.resolve("preprocessed.txt");
                compile(options, List.of("-E", "-P"), preprocessed, List.of(unit));
                Files.writeString(unit, includes + registrations(kernelsOf(Files.readString(preprocessed)), folderOfKernels));
                List<Path> sources = new ArrayList<>(files(SOURCES, ".cpp"));
                sources.addAll(List.of(SHARED.resolve("begin.cpp"), unit, SHARED.resolve("end.cpp"))); // in this order, see begin.cpp
                compile(options, List.of("-shared", "-Wl,--version-script=" + EXPORTS), built, sources);
                Path library = into.resolve(LIBRARY).toAbsolutePath();
                // A process that has loaded the old library keeps it: the name changes its file, the file does not change.
                Files.move(built, library, StandardCopyOption.ATOMIC_MOVE);
                return library;
            } finally {
                for (Path left : files(work, "")) Files.delete(left);
                Files.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One source for all kernels. The namespace keeps what they define from the driver, and keeps the shared arrays of templates in this unit, where
    /// `launch` finds them: the linker would move them to one place for all units.
    private static String includes(Path folder) throws IOException {
        var unit = new StringBuilder("#include \"emulator.h\"\n");
        for (Path source : files(folder, ".cu")) unit.append("namespace {\n#include \"").append(source.toAbsolutePath()).append("\"\n}\n");
        return unit.toString();
    }

    private static String registrations(List<String> kernels, Path folder) {
        if (kernels.isEmpty()) throw new IllegalStateException("no kernel of the form extern \"C\" __global__ void name(...) in the .cu files of " + folder);
        var lines = new StringBuilder();
        for (String name : kernels) lines.append("STAND_IN_KERNEL(").append(name).append(");\n");
        return lines.toString();
    }

    private static List<String> kernelsOf(String preprocessed) {
        Matcher matcher = KERNEL.matcher(preprocessed);
        List<String> names = new ArrayList<>();
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    private static void compile(List<String> options, List<String> step, Path output, List<Path> sources) throws IOException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(options);
        command.addAll(step);
        command.addAll(List.of("-o", output.toString()));
        for (Path source : sources) command.add(source.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitOf(process) != 0) throw new IllegalStateException("g++ could not build the stand-in driver with\n" + String.join(" ", command) + "\n" + said);
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while g++ was running", e);
        }
    }

    private static Optional<String> compilerVersion() {
        try {
            Process process = new ProcessBuilder("g++", "-dumpfullversion").redirectErrorStream(true).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return exitOf(process) == 0 ? Optional.of(version) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no such program
        }
    }

    private static String hashOfSources(List<String> extraDefines, Path kernels) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((COMMAND + "" + extraDefines + compilerVersion().orElse("")).getBytes(StandardCharsets.UTF_8));
            List<Path> sources = new ArrayList<>(files(SOURCES, ""));
            sources.addAll(files(SHARED, ""));
            sources.addAll(files(kernels, ".cu"));
            sources.addAll(files(kernels, ".cuh"));
            for (Path source : sources) {
                hash.update((source.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                hash.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static void writeAtomically(Path file, String text) throws IOException {
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "stamp-", ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The files of a folder whose names end like this, in the order of their names: what is built must not depend on the file system.
    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }
}
