package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Launches that fail: the message says which, and what to do.
class LaunchTest {
    private static final int RELU = Backend.Unary.RELU.ordinal();
    private static CudaBackend cuda;
    private static CudaDriver driver;

    @BeforeAll
    static void open() {
        cuda = StandInBackend.get();
        driver = CudaDevice.open().driver();
    }

    @Test
    void gridsCoverAllElementsWithBoundedBlocks() {
        assertEquals(new Launch.Grid(1, 1, 1, 256), Launch.elements(driver, 0));
        assertEquals(new Launch.Grid(1, 1, 1, 256), Launch.elements(driver, 256));
        assertEquals(new Launch.Grid(2, 1, 1, 256), Launch.elements(driver, 257));
        assertEquals(new Launch.Grid(32 * driver.processors(), 1, 1, 256), Launch.elements(driver, Long.MAX_VALUE));
        assertEquals("(grid 7 x 3 x 1, blocks of 256)", Launch.blocks(7, 3).toString());
    }

    /// Such a mistake leaves the device as it was.
    @Test
    void aLaunchThatTheDriverRefusesNamesKernelAndGrid() {
        try (Tensor x = cuda.upload(Shape.plane(1, 2), new float[] {-1, 3}); Tensor y = cuda.empty(Shape.plane(1, 2))) {
            DeviceMemory from = CudaDevice.memory(x);
            DeviceMemory to = CudaDevice.memory(y);
            long before = Kernel.MAP.launches();
            CudaFailure failure = assertThrows(CudaFailure.class, () -> driver.launch(Kernel.MAP, new Launch.Grid(2, 1, 1, 2048), RELU, from, to, 2));
            assertEquals("CudaBackend: launching map_f32 (grid 2 x 1 x 1, blocks of 2048) failed: CUDA_ERROR_INVALID_VALUE", failure.getMessage());
            assertThrows(CudaFailure.class, () -> driver.launch(Kernel.MAP, new Launch.Grid(0, 1, 1, 256), RELU, from, to, 2));
            assertEquals(before, Kernel.MAP.launches(), "a launch that failed is not counted");
            driver.launch(Kernel.MAP, new Launch.Grid(1, 1, 1, 256), RELU, from, to, 2);
            driver.await();
            assertArrayEquals(new float[] {0, 3}, y.toArray());
        }
    }

    @Test
    void argumentsOfAnotherKindAreRefused() {
        Launch.Grid grid = new Launch.Grid(1, 1, 1, 32);
        assertEquals("map_f32: argument 1 is a Float; it must be memory of the device or an int",
            assertThrows(IllegalArgumentException.class, () -> driver.launch(Kernel.MAP, grid, RELU, 1f)).getMessage());
        assertEquals("map_f32: 49 arguments; a launch has 48 at most",
            assertThrows(IllegalArgumentException.class, () -> driver.launch(Kernel.MAP, grid, new Object[49])).getMessage());
    }

    /// The faulty kernel runs while Java goes on; the call that waits for it hears of it, and so does every later one.
    @Test
    void afterAKernelHasFailedEveryCallSaysWhy() throws IOException {
        Child.Outcome outcome = Child.on(FaultyStandIn.library()).run("zip:64", "zip:64", "map:64", "fill:1", "device");
        String why = "CudaFailure: CudaBackend: copying 256 bytes from the device failed: CUDA_ERROR_LAUNCH_FAILED; one of the last launches is the cause: "
                + "zip_f32 (grid 1 x 1 x 1, blocks of 256) (-Dupsampling.cuda.check=true finds which one). The device cannot be used any more: restart the kernel";
        assertEquals(List.of("zip:64: " + why, "zip:64: " + why, "map:64: " + why), outcome.lines().subList(0, 3), outcome::toString);
        String found = "stand-in: zip_f32: divergent barrier: of 256 threads 128 wait for __syncthreads at elements.cu:";
        assertTrue(outcome.errors().getFirst().startsWith(found), outcome::toString);
    }

    @Test
    void aCheckFindsTheLaunchThatFails() throws IOException {
        Child.Outcome outcome = Child.on(FaultyStandIn.library()).with("upsampling.cuda.check", true).run("zip:64", "map:64");
        String why = "CudaFailure: CudaBackend: launching zip_f32 (grid 1 x 1 x 1, blocks of 256) failed: CUDA_ERROR_LAUNCH_FAILED";
        assertTrue(outcome.lines().getFirst().startsWith("zip:64: " + why), outcome::toString);
        assertTrue(outcome.lines().getLast().startsWith("map:64: " + why), outcome::toString);
        assertFalse(outcome.says("agrees"), outcome::toString);
    }
}
