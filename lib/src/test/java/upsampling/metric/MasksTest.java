package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.data.Noise;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Numbers of the curriculum: lesson 11, tasks 11.1 and 11.6.
class MasksTest {

    private static Tensor row(float... values) {
        return Tensor.of(Shape.plane(1, values.length), values);
    }

    /// A square of 4 x 4 ones in 10 x 10 zeros.
    private static Tensor square(int top, int left) {
        Tensor mask = Tensor.zeros(1, 1, 10, 10);
        for (int i = 0; i < 16; i++) mask.data()[(top + i / 4) * 10 + left + i % 4] = 1;
        return mask;
    }

    @Test
    void diceOfTheTask() {
        assertEquals(.5, Masks.dice(row(1, 1, 0, 0, 0, 0, 0, 0), row(0, 1, 1, 0, 0, 0, 0, 0)));
        assertEquals(1 / 3.0, Masks.iou(row(1, 1, 0, 0, 0, 0, 0, 0), row(0, 1, 1, 0, 0, 0, 0, 0)));
        assertEquals(1, Masks.dice(row(1, 0, 1), row(1, 0, 1)));
        assertEquals(0, Masks.dice(row(1, 0, 0), row(0, 0, 1)));
        assertEquals(0, Masks.iou(row(1, 0, 0), row(0, 0, 1)));
        assertEquals(1, Masks.dice(row(0, 0), row(0, 0)));
        assertEquals(1, Masks.iou(row(0, 0), row(0, 0)));
        assertEquals(1, Masks.boundaryIou(row(0, 0), row(0, 0), 1));
        assertEquals(0, Masks.dice(row(0, 0), row(0, 1)));
    }

    @Test
    void aSquareMovedByOnePixel() {
        assertEquals(.75, Masks.dice(square(3, 3), square(3, 4)));
        assertEquals(.6, Masks.iou(square(3, 3), square(3, 4)));
        assertEquals(1 / 3.0, Masks.boundaryIou(square(3, 3), square(3, 4), 1));
    }

    @Test
    void bothMeasuresSayTheSame() {
        Tensor a = random(1);
        Tensor b = random(2);
        double dice = Masks.dice(a, b);
        assertEquals(dice / (2 - dice), Masks.iou(a, b), 1e-15);
    }

    private static Tensor random(long seed) {
        RandomGenerator random = Noise.generator(seed);
        Tensor mask = Tensor.zeros(2, 3, 9, 7);
        for (int i = 0; i < mask.data().length; i++) mask.data()[i] = random.nextInt(10) < 8 ? 1 : 0;
        return mask;
    }

    /// Looks at the whole square around every pixel.
    @Test
    void boundaryIsTheMaskWithoutItsErosion() {
        Tensor mask = random(3);
        for (int width = 1; width <= 4; width++) {
            Tensor boundary = Masks.boundary(mask, width);
            for (int n = 0; n < 2; n++) for (int c = 0; c < 3; c++) for (int h = 0; h < 9; h++) for (int w = 0; w < 7; w++) {
                boolean isInside = true;
                for (int i = h - width; i <= h + width; i++) {
                    for (int j = w - width; j <= w + width; j++) isInside &= i >= 0 && i < 9 && j >= 0 && j < 7 && mask.get(n, c, i, j) == 1;
                }
                assertEquals(isInside ? 0 : mask.get(n, c, h, w), boundary.get(n, c, h, w), "width " + width + " at " + h + ", " + w);
            }
        }
    }

    @Test
    void aMaskAtTheEdgeOfTheImageHasABoundaryThere() {
        float[] rim = {1, 1, 1, 1, 0, 1, 1, 1, 1};
        float[] ones = new float[9];
        Arrays.fill(ones, 1);
        assertArrayEquals(rim, Masks.boundary(Tensor.of(Shape.plane(3, 3), ones), 1).toArray());
    }

    /// A square, not a diamond: the pixel inside the corner of an L touches the outside only diagonally.
    @Test
    void theCornerOfAnLBelongsToTheBoundary() {
        Tensor mask = Tensor.zeros(1, 1, 7, 7);
        for (int h = 0; h < 7; h++) for (int w = 0; w < 7; w++) mask.data()[h * 7 + w] = h < 3 && w > 3 ? 0 : 1;
        assertEquals(1, Masks.boundary(mask, 1).get(3, 3));
        assertEquals(0, Masks.boundary(mask, 1).get(4, 2));
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsWhatIsNoMask() {
        assertEquals("Masks.dice: shape of b must be [1, 1, 1, 2], but was [1, 1, 1, 3]", message(() -> Masks.dice(row(1, 0), row(1, 0, 0))));
        assertEquals("Masks.boundaryIou: shape of b must be [1, 1, 1, 2], but was [1, 1, 1, 3]", message(() -> Masks.boundaryIou(row(1, 0), row(1, 0, 0), 1)));
        Tensor soft = Tensor.zeros(2, 2, 2, 3);
        soft.data()[soft.shape().index(1, 0, 1, 2)] = .5f;
        Tensor hard = Tensor.zeros(2, 2, 2, 3);
        assertEquals("Masks.iou: a must hold only 0 and 1, but has 0.5 at [1, 0, 1, 2]; apply a threshold first", message(() -> Masks.iou(soft, hard)));
        assertEquals("Masks.dice: b must hold only 0 and 1, but has NaN at [0, 0, 0, 1]; apply a threshold first",
                message(() -> Masks.dice(row(0, 1), row(0, Float.NaN))));
        assertEquals("Masks.boundary: mask must hold only 0 and 1, but has 2.0 at [0, 0, 0, 0]; apply a threshold first",
                message(() -> Masks.boundary(row(2), 1)));
        assertEquals("Masks.boundary: width must be >= 1, but was 0", message(() -> Masks.boundary(row(1), 0)));
        assertEquals("Masks.boundaryIou: width must be >= 1, but was 0", message(() -> Masks.boundaryIou(row(1), row(1), 0)));
        assertEquals("Masks.boundaryIou: b must hold only 0 and 1, but has 0.5 at [0, 0, 0, 0]; apply a threshold first",
                message(() -> Masks.boundaryIou(row(1), row(.5f), 1)));
    }

    @Test
    void masksMayBeOnDevices() {
        OffHeapBackend device = new OffHeapBackend();
        Tensor a = Tensor.of(Shape.plane(2, 3), 1, 1, 0, 1, 1, 0);
        Tensor b = Tensor.of(Shape.plane(2, 3), 0, 1, 1, 0, 1, 1);
        assertEquals(Masks.dice(a, b), Masks.dice(a.to(device), b));
        assertEquals(Masks.iou(a, b), Masks.iou(a.to(device), b.to(device)));
        assertEquals(Masks.boundaryIou(a, b, 1), Masks.boundaryIou(a.to(device), b.to(device), 1));
        Tensor boundary = Masks.boundary(a.to(device), 1);
        assertSame(device, boundary.backend());
        assertArrayEquals(Masks.boundary(a, 1).toArray(), boundary.toArray());
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Masks.boundary(row(1), 1));
        } finally {
            Thread.interrupted();
        }
    }
}
