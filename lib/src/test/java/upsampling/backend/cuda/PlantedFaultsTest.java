package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults that somebody may make in a kernel or around it, planted one at a time: the tests on the stand-in would find them.
class PlantedFaultsTest {
    private static final String[] COMPUTE = {"map:64", "map:6", "zip:64", "gemm:70"};
    private static final String CHECK = "upsampling.cuda.check";

    private static void assertAllAgree(Child.Outcome outcome, String... steps) {
        List<String> expected = Arrays.stream(steps).map(step -> step + ": agrees").toList();
        assertEquals(expected, outcome.lines(), outcome::toString);
        assertEquals(List.of(), outcome.errors(), outcome::toString);
        assertEquals(0, outcome.exit(), outcome::toString);
    }

    private static void assertSays(Child.Outcome outcome, String... texts) {
        for (String text : texts) assertTrue(outcome.says(text), () -> "nobody says: " + text + "\n" + outcome);
    }

    /// What the other tests change one thing of.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutAFaultEverythingAgrees(boolean checks) {
        assertAllAgree(Child.onStandIn().with(CHECK, checks).run(COMPUTE), COMPUTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aMissingBarrier(int order) throws IOException {
        Child.Outcome outcome = Child.on(FaultyStandIn.library()).withVariable("STAND_IN_ORDER", order).run("gemm:70");
        assertSays(outcome, "gemm:70: ", "of 4900 differ");
    }

    /// The tensor fills its memory to the end, and nobody may touch what is behind it.
    @Test
    void aWriteBehindTheEnd() throws IOException {
        Child.Outcome outcome = Child.on(FaultyStandIn.library()).run("map:64");
        assertNotEquals(0, outcome.exit());
        assertFalse(outcome.says("agrees"), outcome::toString);
        assertSays(outcome, "SIGSEGV", "map_f32");
    }

    /// A tensor of six numbers has memory of 256 bytes, so nobody sees the seventh; unless memory is as long as its tensor.
    @Test
    void aWriteBehindTheEndOfASmallTensor() throws IOException {
        assertAllAgree(Child.on(FaultyStandIn.library()).run("map:6"), "map:6");
        Child.Outcome outcome = Child.on(FaultyStandIn.library()).with(CHECK, true).run("map:6");
        assertSays(outcome, "map:6: CudaFailure: CudaBackend: freeing 24 bytes failed: CUDA_ERROR_ILLEGAL_ADDRESS", "behind an allocation of 24 bytes",
            "one of the last launches is the cause: map_f32 (grid 1 x 1 x 1, blocks of 256). The device cannot be used any more: restart the kernel");
    }

    /// PTX that was made from a kernel with other parameters.
    @Test
    void stalePtx(@TempDir Path folder) throws IOException {
        Path stale = resources(folder, FaultyStandIn.changed(Ptx.text("elements"), ".param .u32 map_f32_param_3", ".param .u64 map_f32_param_3"));
        Child.Outcome outcome = Child.onStandIn().withFirst(stale).run("map:64", "zip:64");
        assertSays(outcome, "map:64: CudaFailure: CudaBackend: launching map_f32 (grid 1 x 1 x 1, blocks of 256) failed: CUDA_ERROR_INVALID_VALUE",
            "parameter 3 of map_f32 has 4 bytes", "compile the PTX again", "zip:64: agrees");
    }

    @Test
    void ptxThatIsTooNewForTheDriver(@TempDir Path folder) throws IOException {
        Path newer = resources(folder, FaultyStandIn.changed(Ptx.text("elements"), ".version 7.0", ".version 9.0"));
        Child.Outcome outcome = Child.onStandIn().withFirst(newer).withVariable("STAND_IN_DRIVER", 12_040).run("map:64", "gemm:70");
        assertSays(outcome, "map:64: CudaFailure: ", "CUDA_ERROR_UNSUPPORTED_PTX_VERSION", "gemm:70: agrees");
        assertAllAgree(Child.onStandIn().withFirst(newer).withVariable("STAND_IN_DRIVER", 13_000).run(COMPUTE), COMPUTE);
    }

    /// A folder for the class path, with this text as `elements.ptx`.
    private static Path resources(Path folder, String ptx) throws IOException {
        Path file = folder.resolve("upsampling/backend/cuda/elements.ptx");
        Files.createDirectories(file.getParent());
        Files.writeString(file, ptx);
        return folder;
    }

    /// Who does not wait reads what was in the stage before.
    @Test
    void aLostWait() {
        Child.Outcome outcome = Child.onStandIn().withVariable("STAND_IN_NO_SYNC", 1).run("map:64");
        assertSays(outcome, "map:64: 64 of 64 differ");
    }

    /// Once there is no memory: what is free goes back to the driver, and the second attempt succeeds.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noMemoryOnce(int allocation) {
        assertAllAgree(Child.onStandIn().withVariable("STAND_IN_FAIL_ALLOC", allocation).run(COMPUTE), COMPUTE);
    }

    /// The stage and the first two tensors take 12 of 16 mebibytes; the next two need 12, which are there once the closed ones are given back.
    @Test
    void freeMemoryMakesRoom() {
        String[] steps = {"map:1000000", "map:1500000"};
        assertAllAgree(Child.onStandIn().withVariable("STAND_IN_MEMORY", 16).run(steps), steps);
    }

    /// The message says how large everything is; and when the tensors are gone, there is room again.
    @Test
    void aFullDevice() {
        Child.Outcome outcome = Child.onStandIn().withVariable("STAND_IN_MEMORY", 32).run("fill:40", "fill:20", "map:64");
        assertSays(outcome, "fill:40: OutOfMemoryError: CudaBackend: no memory for a tensor [1, 1, 1, 262144] of 1.0 MB: the device has 33.6 MB, of which 0.0 MB are free "
            + "and 29.4 MB in 28 tensors that are not closed; close those that are no longer needed, or compute on fewer pictures at a time",
            "fill:20: 20 tensors", "map:64: agrees");
    }

    /// The garbage collector does not know that tensors fill the device; it is called when they do.
    @Test
    void manyForgottenTensors() {
        Child.Outcome outcome = Child.onStandIn().withVariable("STAND_IN_MEMORY", 32).run("forget:200", "leaks", "map:64");
        assertSays(outcome, "forget:200: no failure", "map:64: agrees");
        String leaks = outcome.lines().stream().filter(line -> line.startsWith("leaks: ")).findFirst().orElse("leaks: 0");
        assertTrue(Integer.parseInt(leaks.substring("leaks: ".length())) >= 170, leaks);
    }

    /// The device has no room for the packed weights. They must not get the memory of the weights themselves, although the caller has forgotten those: the launch
    /// that reads them is still to come.
    @Test
    void whatALaunchReadsIsNotForgotten() {
        Child.Outcome outcome = Child.onStandIn().compiled().withVariable("STAND_IN_MEMORY", 12).run("map:64", "convolve:1024");
        assertSays(outcome, "map:64: agrees", "convolve:1024: OutOfMemoryError: CudaBackend: no memory for packed weights of 4.2 MB");
        String[] steps = {"map:64", "convolve:1024"};
        assertAllAgree(Child.onStandIn().compiled().withVariable("STAND_IN_MEMORY", 16).run(steps), steps);
    }
}
