package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The `.ptx` files are what their `.cu` files say. They are written with NVIDIA's compiler, which few have, so they are committed:
///
///     mvn -pl lib test -Dtest=PtxFilesTest -Dptx.rewrite=true      # nvcc 13.0 on the PATH, or -Dupsampling.nvcc=FILE
class PtxFilesTest {
    private static final Pattern ENTRY = Pattern.compile("\\.visible \\.entry (\\w+)\\(");

    static Stream<String> files() {
        return Arrays.stream(Kernel.values()).map(Kernel::file).distinct();
    }

    @BeforeAll
    static void rewrite(@TempDir Path folder) throws IOException {
        if (!Boolean.getBoolean("ptx.rewrite")) return;
        for (String file : files().toList()) Files.writeString(Ptx.FOLDER.resolve(file + ".ptx"), Ptx.compile(file, folder));
    }

    @ParameterizedTest
    @MethodSource("files")
    void madeFromItsSource(String file) throws IOException {
        if (Boolean.getBoolean("ptx.rewrite")) Files.writeString(Ptx.FOLDER.resolve(file + ".ptx"), Ptx.compile(file, Files.createTempDirectory("ptx")));
        String first = Ptx.text(file).lines().findFirst().orElse("");
        assertEquals(Ptx.header(file), first, file + ".ptx was not made from " + file + ".cu as it is now; see PtxFilesTest for how to write it again");
    }

    @ParameterizedTest
    @MethodSource("files")
    void compiledAgainItIsTheSame(String file, @TempDir Path folder) throws IOException {
        if (Ptx.compiler().isEmpty()) Required.lacks("nvcc", Ptx.NO_COMPILER);
        assertEquals(Ptx.compile(file, folder), Ptx.text(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void anyDriverSinceCuda11TakesIt(String file) throws IOException {
        List<String> lines = Ptx.text(file).lines().toList();
        assertTrue(lines.contains(".version 7.0"), file);
        assertTrue(lines.contains(".target sm_" + Ptx.target(file)), file);
    }

    /// What a driver does when it loads a file, for cards from Turing to Hopper: a kernel whose sums do not fit its registers would be several times slower.
    @ParameterizedTest
    @MethodSource("files")
    void everyCardKeepsItsSumsInRegisters(String file, @TempDir Path folder) throws IOException {
        if (Ptx.compiler().isEmpty()) Required.lacks("nvcc", Ptx.NO_COMPILER);
        for (int card : new int[] {75, 80, 86, 89, 90}) {
            if (card < Ptx.target(file)) continue;
            String report = Ptx.assemble(file, card, folder);
            assertEquals(Arrays.stream(Kernel.values()).filter(kernel -> kernel.file().equals(file)).count(), report.lines().filter(l -> l.contains("Used ")).count(), report);
            List<String> spilled = report.lines().filter(l -> l.contains("spill stores") && !l.contains(" 0 bytes spill stores, 0 bytes spill loads")).toList();
            assertEquals(List.of(), spilled, file + " for compute capability " + card);
        }
    }

    @Test
    void everyKernelHasAName() throws IOException {
        Set<String> inFiles = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        try (Stream<Path> paths = Files.list(Ptx.FOLDER)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".ptx")).toList()) {
                String file = path.getFileName().toString().replace(".ptx", "");
                Matcher entry = ENTRY.matcher(Files.readString(path));
                while (entry.find()) inFiles.add(file + " " + entry.group(1));
            }
        }
        for (Kernel kernel : Kernel.values()) all.add(kernel.file() + " " + kernel.symbol());
        assertEquals(all.stream().collect(Collectors.joining("\n")), inFiles.stream().collect(Collectors.joining("\n")));
    }
}
