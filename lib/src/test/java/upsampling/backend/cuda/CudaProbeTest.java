package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines that say which GPU there is, or why there is none. Whatever the machine has for a driver: one line, no exception, nothing on standard error.
class CudaProbeTest {
    private static final Path DRIVER_SOURCE = Path.of("src/main/java/upsampling/backend/cuda/CudaDriver.java");

    @Test
    void aDeviceInWords() {
        assertEquals("NVIDIA H200, compute capability 9.0, driver for CUDA 13.0", new CudaProbe.Ready(13_000, "NVIDIA H200", 90, false).toString());
        assertEquals("Tesla T4, compute capability 7.5, driver for CUDA 11.8", new CudaProbe.Ready(11_080, "Tesla T4", 75, false).toString());
        assertEquals("the CUDA driver sees no device", new CudaProbe.Missing("the CUDA driver sees no device").toString());
    }

    @Test
    void aGlanceFindsTheNameOfTheFirstGpu(@TempDir Path gpus) throws IOException {
        assertEquals(Optional.empty(), CudaProbe.glance(gpus.resolve("nothing")));
        assertEquals(Optional.empty(), CudaProbe.glance(gpus));
        Files.createDirectory(gpus.resolve("0000:41:00.0"));
        assertEquals(Optional.empty(), CudaProbe.glance(gpus), "a folder without the file");
        describe(gpus, "0000:41:00.0", "IRQ: 17\n");
        assertEquals(Optional.empty(), CudaProbe.glance(gpus), "no line with a model");
        describe(gpus, "0000:41:00.0", "Model: \t\t NVIDIA H200\nIRQ:   \t\t 17\n");
        assertEquals(Optional.of("NVIDIA H200"), CudaProbe.glance(gpus));
        describe(gpus, "0000:02:00.0", "Model: \t\t Tesla T4\n");
        assertEquals(Optional.of("Tesla T4"), CudaProbe.glance(gpus));
    }

    private static void describe(Path gpus, String address, String text) throws IOException {
        Files.writeString(Files.createDirectories(gpus.resolve(address)).resolve("information"), text);
    }

    /// A file that is no text in UTF-8 must not stop the start of a program.
    @Test
    void aGlanceAtUnreadableTextFindsNothing(@TempDir Path gpus) throws IOException {
        Files.write(Files.createDirectories(gpus.resolve("0000:41:00.0")).resolve("information"), new byte[] {'M', (byte) 0xff, (byte) 0xfe, '\n'});
        assertEquals(Optional.empty(), CudaProbe.glance(gpus));
    }

    /// A function that JCuda calls and the driver lacks would end the process.
    @Test
    void everyFunctionThatIsCalledIsLookedUpFirst() throws IOException {
        Set<String> needed = CudaProbe.NEEDED.stream().map(name -> name.replaceFirst("_v2$", "")).collect(Collectors.toSet());
        Matcher called = Pattern.compile("JCudaDriver\\.(cu\\w+)").matcher(Files.readString(DRIVER_SOURCE));
        int count = 0;
        for (; called.find(); count++) assertTrue(needed.contains(called.group(1)), called.group(1) + " is not in CudaProbe.NEEDED");
        assertTrue(count > 10, "the pattern no longer finds the calls");
    }

    /// Both ways to ask: the probe, and by name.
    private static void assertMissing(String why, Child child) {
        Child.Outcome outcome = child.run("probe", "device", "device");
        String named = "device: IllegalStateException: CudaBackend is not available: " + why + ". Use Backends.vector(), or run on a machine with an NVIDIA driver";
        assertEquals(List.of("probe: " + why, named, named), outcome.lines(), outcome::toString);
        assertEquals(List.of(), outcome.errors(), outcome::toString);
        assertEquals(0, outcome.exit(), outcome::toString);
    }

    @ParameterizedTest
    @CsvSource({"13000, 80, '8.0, driver for CUDA 13.0'", "12040, 90, '9.0, driver for CUDA 12.4'", "11000, 75, '7.5, driver for CUDA 11.0'"})
    void driversThatAreNewEnough(int version, int capability, String text) {
        Child child = Child.onStandIn().withVariable("STAND_IN_DRIVER", version).withVariable("STAND_IN_CC", capability);
        Child.Outcome outcome = child.run("probe", "device", "map:64", "gemm:70");
        String device = "CPU emulator (no GPU), compute capability " + text;
        assertEquals(List.of("probe: " + device, "device: " + device, "map:64: agrees", "gemm:70: agrees"), outcome.lines(), outcome::toString);
        assertEquals(List.of(), outcome.errors(), outcome::toString);
    }

    @Test
    void anOldDriver() {
        assertMissing("the CUDA driver is for CUDA 10.2; it must be for 11.0 (R450) or newer", Child.onStandIn().withVariable("STAND_IN_DRIVER", 10_020));
    }

    @Test
    void anOldDevice() {
        assertMissing("CPU emulator (no GPU) has compute capability 7.0; it must be 7.5 (Turing) or newer", Child.onStandIn().withVariable("STAND_IN_CC", 70));
    }

    @Test
    void noDevice() {
        assertMissing("the CUDA driver sees no device", Child.onStandIn().withVariable("STAND_IN_NO_DEVICE", 1));
    }

    /// The probe sees the device, but other programs have left it no memory.
    @Test
    void aDeviceThatCannotBeOpened() {
        Child.Outcome outcome = Child.onStandIn().withVariable("STAND_IN_MEMORY", 2).run("device", "device");
        String why = "device: IllegalStateException: CudaBackend is not available: CPU emulator (no GPU) cannot be opened (CUDA_ERROR_OUT_OF_MEMORY)";
        assertEquals(List.of(true, true), outcome.lines().stream().map(line -> line.startsWith(why)).toList(), outcome::toString);
    }

    /// Another vendor's library, or an ancient one: it has one function less than is needed.
    @Test
    void aDriverThatLacksAFunction(@TempDir Path folder) throws IOException, InterruptedException {
        assertMissing("the CUDA driver lacks cuLaunchKernel; it is too old or too new",
            Child.on(tinyDriver(folder.resolve("one-less"), CudaProbe.NEEDED.stream().filter(name -> !name.equals("cuLaunchKernel")).toList())));
        assertMissing("the CUDA driver does not start (error 999 of cuInit)", Child.on(tinyDriver(folder.resolve("all"), CudaProbe.NEEDED)));
    }

    /// A library with these functions, which all fail.
    private static Path tinyDriver(Path folder, List<String> functions) throws IOException, InterruptedException {
        Child.skipWithoutStandIn();
        Path library = Files.createDirectories(folder).resolve("libcuda.so.1");
        Path source = folder.resolve("driver.cpp");
        Files.writeString(source, functions.stream().map(name -> "extern \"C\" int " + name + "() { return 999; }\n").collect(Collectors.joining()));
        List<String> command = List.of("g++", "-shared", "-fPIC", "-Wl,-soname,libcuda.so.1", "-o", library.toString(), source.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return library;
    }

    @Test
    void noLibrary(@TempDir Path folder) {
        Path nowhere = folder.resolve("libcuda.so.1");
        assertMissing("no CUDA driver (" + nowhere + " not found)", Child.on(nowhere));
    }

    @Test
    void aFileThatIsNoLibrary(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("libcuda.so.1"), "This is not a library. It is long enough to have a header, but the header is not that of a library.\n");
        Child.Outcome outcome = Child.on(text).run("probe", "device");
        String why = "the CUDA driver cannot be loaded (" + text + ": ";
        assertTrue(outcome.lines().getFirst().startsWith("probe: " + why), outcome::toString);
        assertTrue(outcome.lines().getLast().startsWith("device: IllegalStateException: CudaBackend is not available: " + why), outcome::toString);
        assertEquals(0, outcome.exit(), outcome::toString); // on standard error Java itself has something to say about such a file
    }

    /// A driver, but not the native half of JCuda.
    @Test
    void noNatives() {
        Child.Outcome outcome = Child.onStandIn().without("jcuda-natives").run("probe", "device");
        assertTrue(outcome.lines().getFirst().startsWith("probe: the CUDA driver cannot be used: java.lang.UnsatisfiedLinkError: "), outcome::toString);
        assertEquals(2, outcome.lines().size(), outcome::toString);
        assertEquals(List.of(), outcome.errors(), outcome::toString);
    }

    @Test
    void withoutThePermissionToCallADriver() {
        assertMissing("Java was started without --enable-native-access=ALL-UNNAMED, which the GPU path needs", Child.onStandIn().withoutNativeAccess());
    }
}
