package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class FidelityTest {
    private static final Tensor A = Tensor.of(Shape.of(1, 1, 2, 2), 0, 1, 0.5f, 0.25f);
    private static final Tensor B = Tensor.of(Shape.of(1, 1, 2, 2), 0, 0, 0.5f, 0.75f);

    @Test
    void mseIsTheMeanOfSquares() {
        assertEquals((1 + 0.25) / 4, Fidelity.mse(A, B));
        assertEquals(0, Fidelity.mse(A, A));
    }

    @Test
    void psnrIsTenDecibelsPerTenthOfTheError() {
        assertEquals(10 * Math.log10(1 / 0.3125), Fidelity.psnr(A, B, 1));
        assertEquals(20, Fidelity.psnr(Tensor.full(Shape.plane(2, 2), 10), Tensor.zeros(1, 1, 2, 2), 100), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, Fidelity.psnr(A, A, 1));
    }

    /// 2^24 + 1 is not a float; a sum in float32 would stop growing.
    @Test
    void sumsRunInDouble() {
        Tensor ones = Tensor.full(Shape.plane(4096, 4100), 1);
        assertEquals(1, Fidelity.mse(ones, Tensor.zeros(ones.shape())));
    }

    @Test
    void picturesMayBeOnDevices() {
        OffHeapBackend device = new OffHeapBackend();
        assertEquals(Fidelity.mse(A, B), Fidelity.mse(A.to(device), B.to(device)));
        assertEquals(Fidelity.psnr(A, B, 1), Fidelity.psnr(A, B.to(device), 1));
    }

    @Test
    void rejectsOtherShapesAndPeaks() {
        assertEquals("Fidelity.mse: shape of actual must be [1, 1, 2, 2], but was [1, 1, 1, 4]",
                assertThrows(IllegalArgumentException.class, () -> Fidelity.mse(A, Tensor.zeros(1, 1, 1, 4))).getMessage());
        assertEquals("Fidelity.psnr: peak must be finite and > 0.0, but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> Fidelity.psnr(A, B, 0)).getMessage());
    }
}
