package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.backend.MatrixView;
import upsampling.backend.ScalarBackend;
import upsampling.data.Noise;
import upsampling.op.Add;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Tensors on the device: their values come back as they went, and their memory comes back in the end.
class DeviceMemoryTest {
    private static final int STAGE = (4 << 20) / Float.BYTES; // numbers that are copied at a time
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static CudaBackend cuda;

    @BeforeAll
    static void open() {
        cuda = StandInBackend.get();
    }

    private static float[] noise(int seed, int size) {
        RandomGenerator random = Noise.generator(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = 2 * random.nextFloat() - 1;
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 63, 64, 65, 1021, STAGE - 1, STAGE, STAGE + 1, 2 * STAGE + 3})
    void valuesComeBackAsTheyWent(int size) {
        float[] values = noise(size, size);
        values[0] = Float.NaN;
        try (Tensor x = cuda.upload(Shape.plane(1, size), values)) {
            assertArrayEquals(values, x.toArray());
            for (int i : new int[] {0, size / 2, size - 1}) assertEquals(values[i], x.get(0, i));
        }
    }

    /// Whole numbers, such as the places of maxima, are copied as they are, not as floats.
    @Test
    void wholeNumbersComeBackAsTheyWent() {
        int[] numbers = new int[STAGE + 5];
        for (int i = 0; i < numbers.length; i++) numbers[i] = Integer.MAX_VALUE - 7 * i;
        CudaDevice device = CudaDevice.open();
        try (DeviceBuffer memory = device.scratch(numbers.length, "numbers")) {
            device.driver().upload(numbers, memory.memory());
            int[] back = new int[numbers.length];
            device.driver().download(memory.memory(), back);
            assertArrayEquals(numbers, back);
        }
    }

    @Test
    void closingTwiceGivesBackOnce() {
        int before = cuda.space().piecesInUse();
        Tensor x = cuda.upload(Shape.plane(1, 3), new float[3]);
        assertEquals(before + 1, cuda.space().piecesInUse());
        x.close();
        x.close();
        assertEquals(before, cuda.space().piecesInUse());
        try (Tensor a = cuda.upload(Shape.plane(1, 3), new float[] {1, 2, 3}); Tensor b = cuda.upload(Shape.plane(1, 3), new float[] {4, 5, 6})) {
            assertArrayEquals(new float[] {1, 2, 3}, a.toArray(), "two tensors in the same memory");
            assertArrayEquals(new float[] {4, 5, 6}, b.toArray());
        }
    }

    @Test
    void aClosedTensorCannotBeUsed() {
        Tensor x = cuda.upload(Shape.plane(1, 3), new float[3]);
        x.close();
        String message = "Tensor [1, 1, 1, 3] on backend cuda is closed; close a tensor after its last use";
        assertEquals(message, assertThrows(IllegalStateException.class, x::toArray).getMessage());
        assertEquals(message, assertThrows(IllegalStateException.class, () -> x.get(0, 0)).getMessage());
        assertEquals(message, assertThrows(IllegalStateException.class, () -> x.to(ScalarBackend.INSTANCE)).getMessage());
        try (Tensor y = cuda.empty(x.shape())) {
            assertEquals(message, assertThrows(IllegalStateException.class, () -> cuda.map(Backend.Unary.RELU, x, y)).getMessage());
            assertEquals(message, assertThrows(IllegalStateException.class, () -> cuda.map(Backend.Unary.RELU, y, x)).getMessage());
        }
        assertEquals("Tensor on cuda [1, 1, 1, 3], closed", x.toString());
    }

    /// A tensor that is closed while a launch still reads it: the next owner of its memory writes only after that.
    @Test
    void memoryOfAClosedTensorIsUsedAgainAfterItsLastReader() {
        Shape shape = Shape.plane(1, 64);
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        try (Tensor y = cuda.empty(shape)) {
            Tensor x = cuda.upload(shape, ones);
            cuda.map(Backend.Unary.RELU, x, y);
            x.close();
            try (Tensor next = cuda.allocate(shape)) { // zeros, most likely where x was
                assertArrayEquals(ones, y.toArray());
                assertArrayEquals(new float[64], next.toArray());
            }
        }
    }

    @Test
    void aForgottenTensorComesBackAndIsCounted() throws InterruptedException {
        int pieces = cuda.space().piecesInUse();
        long leaks = cuda.space().leaks();
        forget();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (cuda.space().leaks() < leaks + 5 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(5);
        }
        assertTrue(cuda.space().leaks() >= leaks + 5, "leaks: " + cuda.space().leaks());
        assertTrue(cuda.space().piecesInUse() <= pieces, "pieces: " + cuda.space().piecesInUse());
    }

    private static void forget() {
        for (int i = 0; i < 5; i++) cuda.upload(Shape.plane(1, 3), new float[3]);
    }

    @Test
    void backendsAreNotMixed() {
        Tensor here = Tensor.of(Shape.plane(1, 3), 1, 2, 3);
        try (Tensor there = here.to(cuda); Tensor y = cuda.empty(here.shape())) {
            String named = assertThrows(IllegalArgumentException.class, () -> new Add().forward(there, here)).getMessage();
            assertTrue(named.contains("cuda") && named.contains("scalar") && named.contains(".to(backend)"), named);
            assertEquals("CudaBackend: Tensor [1, 1, 1, 3] is on backend scalar; move it here with .to(backend)",
                assertThrows(IllegalArgumentException.class, () -> cuda.map(Backend.Unary.RELU, here, y)).getMessage());
            String other = assertThrows(IllegalStateException.class, () -> ScalarBackend.INSTANCE.map(Backend.Unary.RELU, there, here)).getMessage();
            assertTrue(other.contains("cuda") && other.contains(".to("), other);
        }
    }

    @Test
    void anInterruptedThreadLaunchesNothing() {
        try (Tensor x = cuda.upload(Shape.plane(1, 3), new float[] {-1, 2, 3}); Tensor y = cuda.empty(x.shape())) {
            long before = Kernel.MAP.launches();
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, () -> cuda.map(Backend.Unary.RELU, x, y));
                assertThrows(CancellationException.class, () -> cuda.allocate(x.shape()));
            } finally {
                assertTrue(Thread.interrupted(), "the mark stays, so that the next call stops, too");
            }
            assertEquals(before, Kernel.MAP.launches());
            cuda.map(Backend.Unary.RELU, x, y);
            assertArrayEquals(new float[] {0, 2, 3}, y.toArray());
        }
    }

    /// Launches, copies and the free list serve all threads of a process.
    @Test
    void severalThreadsAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> results = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int seed = 100 * (t + 1);
                results.add(threads.submit(() -> chain(seed)));
            }
            for (Future<String> result : results) assertEquals("", result.get());
        }
    }

    /// Returns what is wrong, if anything.
    private static String chain(int seed) {
        for (int round = 0; round < 25; round++) {
            int size = 5 + (seed + round) % 23;
            float[] values = noise(seed + round, size * size);
            float[] expected = squared(ScalarBackend.INSTANCE, size, values);
            float[] actual = squared(cuda, size, values);
            for (int i = 0; i < expected.length; i++) {
                if (!(Math.abs(expected[i] - actual[i]) <= 1e-5)) return "round %d: %s in place of %s".formatted(round, actual[i], expected[i]);
            }
        }
        return "";
    }

    private static float[] squared(Backend backend, int size, float[] values) {
        Shape shape = Shape.plane(size, size);
        try (Tensor x = backend.upload(shape, values.clone()); Tensor square = backend.allocate(shape); Tensor y = backend.empty(shape)) {
            backend.gemm(MatrixView.of(x, 0, size, size), MatrixView.of(x, 0, size, size), false, MatrixView.of(square, 0, size, size));
            backend.zip(Backend.Binary.ADD, square, x, y);
            return y.toArray();
        }
    }
}
