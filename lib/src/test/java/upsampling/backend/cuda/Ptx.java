package upsampling.backend.cuda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compiles kernels with NVIDIA's compiler.
final class Ptx {
    static final Path FOLDER = Path.of("src/main/resources/upsampling/backend/cuda");
    static final String NO_COMPILER = "nvcc is not on the PATH (and -Dupsampling.nvcc does not name it)";
    private static final String TENSOR_CORES = "tensorcores"; // for newer devices only
    private static final String VERSION = "13.0.88"; // another one may write other text

    private Ptx() { }

    static Optional<Path> compiler() {
        String named = System.getProperty("upsampling.nvcc", "");
        if (!named.isEmpty()) return Optional.of(Path.of(named));
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "nvcc")).filter(Files::isExecutable).findFirst();
    }

    private static List<String> flags(String file) {
        return List.of("-ptx", "-arch=compute_" + target(file), "-O3");
    }

    /// The least compute capability that takes it.
    static int target(String file) {
        return file.equals(TENSOR_CORES) ? 80 : 75;
    }

    /// The committed text of a `.ptx`.
    static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file + ".ptx"));
    }

    /// The first line of a `.ptx`: what it was made from and how.
    static String header(String file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readString(FOLDER.resolve(file + ".cu")).getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> paths = Files.list(FOLDER)) {
                for (Path path : paths.filter(p -> p.toString().endsWith(".cuh")).sorted().toList()) digest.update(Files.readString(path).getBytes(StandardCharsets.UTF_8));
            }
            return "// %s.cu and *.cuh, sha256 %s; nvcc %s %s".formatted(file, HexFormat.of().formatHex(digest.digest()), VERSION, String.join(" ", flags(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the text of a `.ptx`. `.version` is lowered: the compiler writes its own, 9.0, which only drivers from 580 on take; the code needs none of it.
    static String compile(String file, Path folder) throws IOException {
        Path to = folder.resolve(file + ".ptx");
        Stream<String> command = Stream.of(Stream.of(compiler().orElseThrow(() -> new IllegalStateException(NO_COMPILER)).toString()), flags(file).stream(),
            Stream.of("-o", to.toString(), FOLDER.resolve(file + ".cu").toString())).flatMap(part -> part);
        run(command.toList());
        return header(file) + "\n" + Files.readString(to).replaceFirst("(?m)^\\.version .*$", ".version 7.0");
    }

    /// Returns what NVIDIA's assembler says of a committed `.ptx` when it makes a program for a card of it: registers and spills of every kernel.
    static String assemble(String file, int card, Path folder) {
        Path assembler = compiler().orElseThrow(() -> new IllegalStateException(NO_COMPILER)).resolveSibling("ptxas");
        return run(List.of(assembler.toString(), "--gpu-name", "sm_" + card, "-v", FOLDER.resolve(file + ".ptx").toString(), "-o", folder.resolve("cubin").toString()));
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + ": " + output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
