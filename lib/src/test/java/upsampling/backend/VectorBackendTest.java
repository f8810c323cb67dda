package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Resize;
import upsampling.op.Samples;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class VectorBackendTest {
    private final VectorBackend backend = VectorBackend.all();

    /// What a notebook does: 200 cells make a result each, and never close it.
    @Test
    void resultsThatNobodyHoldsAreUsedAgain() {
        Tensor x = Samples.normal(1, Shape.of(4, 16, 128, 128)).to(backend);
        long megabytes = 4L * 16 * 256 * 256 * Float.BYTES >> 20;
        Runtime runtime = Runtime.getRuntime();
        long most = 0;
        for (int cell = 0; cell < 200; cell++) {
            Tensor y = Resize.bilinear().withScale(2).forward(x);
            if (cell % 20 == 19) {
                System.gc(); // what a busy notebook brings about by itself
                most = Math.max(most, runtime.totalMemory() - runtime.freeMemory() >> 20);
            }
            assertEquals(4, y.shape().n());
        }
        assertTrue(most < 60 * megabytes, most + " MiB are in use after 200 results of " + megabytes + " MiB");
    }

    @Test
    void aResultThatSomebodyHoldsIsNeverUsedAgain() {
        Tensor x = Samples.normal(2, Shape.of(1, 8, 64, 64)).to(backend);
        Tensor held = Resize.nearest().withScale(2).forward(x);
        float[] values = held.toArray();
        float[] live = Resize.nearest().withScale(2).forward(x).data(); // the tensor is gone, its array is not
        for (int i = 0; i < 100; i++) {
            Resize.bilinear().withScale(2).forward(x).close();
            if (i % 25 == 0) System.gc();
        }
        assertArrayEquals(values, held.toArray());
        assertArrayEquals(values, live);
    }

    @Test
    void numberOfThreadsAndNameAreSaid() {
        assertEquals("vector", backend.name());
        assertEquals("Workers: threads must be >= 1, but was 0", assertThrows(IllegalArgumentException.class, () -> VectorBackend.withThreads(0)).getMessage());
    }

    @Test
    void anInterruptEndsALongCall() {
        Tensor x = Samples.normal(3, Shape.of(8, 64, 64, 64)).to(backend);
        Tensor weight = Samples.normal(4, Shape.of(64, 64, 5, 5)).to(backend);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Conv2d.of(5).withPadding(2).forward(x, weight));
        } finally {
            Thread.interrupted();
        }
        assertEquals(64, Conv2d.of(5).withPadding(2).forward(x, weight).shape().c(), "and the next call works");
    }

    /// The backend is another order of adding, so the numbers differ in the last digits from those of the plain loops; but not from run to run.
    @Test
    void theSameCallGivesTheSameBitsWithAnyNumberOfThreads() {
        Tensor x = Samples.normal(5, Shape.of(3, 32, 33, 35));
        Tensor weight = Samples.normal(6, Shape.of(32, 16, 4, 4));
        ConvTranspose2d op = ConvTranspose2d.of(4).withStride(2).withPadding(1);
        float[] expected = op.forward(x.to(backend), weight.to(backend)).toArray();
        for (int threads = 1; threads <= 4; threads++) {
            VectorBackend other = VectorBackend.withThreads(threads);
            for (int run = 0; run < 5; run++) assertArrayEquals(expected, op.forward(x.to(other), weight.to(other)).toArray(), threads + " threads");
        }
    }
}
