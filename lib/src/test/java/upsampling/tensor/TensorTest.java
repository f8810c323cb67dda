package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import upsampling.backend.OffHeapBackend;
import upsampling.backend.ScalarBackend;

class TensorTest {

    @Test
    void factoriesCopyTheirArguments() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Tensor x = Tensor.of(Shape.plane(2, 3), values);
        values[0] = 9;
        x.toArray()[1] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, x.toArray());
        assertEquals(6, x.get(1, 2));
        assertSame(ScalarBackend.INSTANCE, x.backend());
    }

    @Test
    void imageAndPlaneAreInverse() {
        double[][] rows = {{1, -2, 3}, {0.5, 5, -6}};
        Tensor x = Tensor.image(rows);
        assertEquals(Shape.plane(2, 3), x.shape());
        assertArrayEquals(rows, x.plane(0, 0));
    }

    @Test
    void planeReadsItsOwnImageAndChannel() {
        float[] values = new float[2 * 3 * 2 * 2];
        for (int i = 0; i < values.length; i++) values[i] = i;
        assertArrayEquals(new double[][] {{20, 21}, {22, 23}}, Tensor.of(Shape.of(2, 3, 2, 2), values).plane(1, 2));
    }

    @Test
    void rejectsAWrongNumberOfValues() {
        assertEquals("Tensor [1, 1, 2, 2]: number of values must be 4, but was 3",
                assertThrows(IllegalArgumentException.class, () -> Tensor.of(Shape.plane(2, 2), 1, 2, 3)).getMessage());
        assertEquals("Tensor.image: length of row 1 must be 2, but was 3",
                assertThrows(IllegalArgumentException.class, () -> Tensor.image(new double[] {1, 2}, new double[] {1, 2, 3})).getMessage());
        assertEquals("DoubleTensor [1, 1, 1, 2]: number of values must be 2, but was 1",
                assertThrows(IllegalArgumentException.class, () -> DoubleTensor.of(Shape.plane(1, 2), 1)).getMessage());
    }

    @Test
    void rejectsIndicesOutsideTheShape() {
        Tensor x = Tensor.zeros(1, 2, 3, 4);
        assertEquals("Tensor: index [0, 2, 0, 0] is outside [1, 2, 3, 4]",
                assertThrows(IndexOutOfBoundsException.class, () -> x.get(0, 2, 0, 0)).getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> x.get(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> x.get(-1, 0));
    }

    @Test
    void doublesKeepFloatsExactlyAndRoundBack() {
        Tensor x = Tensor.of(Shape.plane(1, 4), 0.1f, -0.0f, Float.NaN, Float.MIN_VALUE);
        assertEquals((double) 0.1f, DoubleTensor.of(x).get(0, 0, 0, 0));
        assertArrayEquals(x.toArray(), DoubleTensor.of(x).toFloat().toArray());
    }

    @Test
    void fullHasOneValueEverywhere() {
        assertArrayEquals(new float[] {7, 7, 7, 7, 7, 7}, Tensor.full(Shape.of(1, 2, 1, 3), 7).toArray());
        assertArrayEquals(new float[2], Tensor.zeros(Shape.plane(1, 2)).toArray());
    }

    @Test
    void staysWhereItIsWhenMovedToItsOwnBackend() {
        Tensor x = Tensor.zeros(1, 1, 1, 1);
        assertSame(x, x.to(ScalarBackend.INSTANCE));
    }

    @Test
    void planesAndElementsOutsideTheShapeAreRejected() {
        Tensor x = Tensor.zeros(2, 2, 1, 2);
        assertEquals("Tensor.plane: index [0, 2, 0, 0] is outside [2, 2, 1, 2]",
                assertThrows(IndexOutOfBoundsException.class, () -> x.plane(0, 2)).getMessage(), "that is where plane (1, 0) begins");
        assertThrows(IndexOutOfBoundsException.class, () -> x.plane(1, -1));
        DoubleTensor exact = DoubleTensor.of(x);
        assertEquals("DoubleTensor.plane: index [1, -1, 0, 0] is outside [2, 2, 1, 2]",
                assertThrows(IndexOutOfBoundsException.class, () -> exact.plane(1, -1)).getMessage());
        assertEquals("DoubleTensor: index [0, 2, 0, 0] is outside [2, 2, 1, 2]",
                assertThrows(IndexOutOfBoundsException.class, () -> exact.get(0, 2, 0, 0)).getMessage());
    }

    @Test
    void aPlaneIsTheSameOnADeviceAndInDouble() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        Tensor x = Tensor.of(Shape.of(2, 2, 1, 2), values);
        double[][] expected = {{5, 6}};
        assertArrayEquals(expected, x.plane(1, 0));
        assertArrayEquals(expected, x.to(new OffHeapBackend()).plane(1, 0));
        assertArrayEquals(expected, DoubleTensor.of(x).plane(1, 0));
    }

    /// One picture of a batch is drawn often; the batch must not be converted each time.
    @Test
    void aPlaneCostsNoMoreThanItself() {
        Tensor batch = Tensor.zeros(64, 4, 16, 16);
        batch.plane(0, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        batch.plane(63, 3);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 64 * 1024, bytes + " bytes for a plane of 2 KB; the batch has 512 KB in double");
    }

    @Test
    void aClosedTensorCannotBeMovedAnywhere() {
        Tensor x = Tensor.zeros(1, 1, 1, 2);
        x.close();
        assertEquals("Tensor [1, 1, 1, 2] on backend scalar is closed; close a tensor after its last use",
                assertThrows(IllegalStateException.class, () -> x.to(ScalarBackend.INSTANCE)).getMessage());
        assertThrows(IllegalStateException.class, () -> x.to(new OffHeapBackend()));
        assertThrows(IllegalStateException.class, () -> x.plane(0, 0));
    }
}
