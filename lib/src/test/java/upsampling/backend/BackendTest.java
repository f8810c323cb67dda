package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import upsampling.op.MaxPool2d;
import upsampling.op.Relu;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class BackendTest {
    private final OffHeapBackend other = new OffHeapBackend();

    @Test
    void mixingBackendsNamesBoth() {
        Tensor here = Tensor.zeros(1, 1, 2, 2);
        Tensor there = here.to(other);
        assertEquals("Relu.backward: gradOutput is on backend off-heap, but x is on backend scalar; move one of them with .to(backend)",
                assertThrows(IllegalArgumentException.class, () -> Relu.of().backward(there, here)).getMessage());
    }

    @Test
    void aResultStaysOnTheBackendOfItsArgument() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}}).to(other);
        MaxPool2d.Pooled pooled = MaxPool2d.of(2).forwardWithIndices(x);
        assertSame(other, pooled.values().backend());
        assertSame(other, MaxPool2d.of(2).backward(pooled.values(), pooled.indices(), x.shape()).backend());
        assertSame(other, Relu.of().backward(x, x).backend());
    }

    @Test
    void movingCopiesTheValues() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        Tensor moved = x.to(other);
        x.data()[0] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4}, moved.toArray());
        assertSame(other, moved.backend());
    }

    @Test
    void anIndexOfMinusOneMeansNoCell() {
        Tensor x = Tensor.full(Shape.of(1, 2, 1, 2), 10);
        ScalarBackend.INSTANCE.scatterAdd(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4), Indices.of(-1, 1, 0, -1), x);
        assertArrayEquals(new float[] {10, 12, 13, 10}, x.toArray());
        Tensor y = Tensor.full(Shape.of(1, 2, 1, 2), 7);
        ScalarBackend.INSTANCE.gather(x, Indices.of(-1, 1, 0, -1), y);
        assertArrayEquals(new float[] {0, 12, 13, 0}, y.toArray());
    }

    @Test
    void scatterAddAddsToWhatIsThere() {
        Tensor x = Tensor.full(Shape.plane(1, 3), 10);
        ScalarBackend.INSTANCE.scatterAdd(Tensor.of(Shape.plane(1, 2), 1, 2), Indices.of(2, 2), x);
        assertArrayEquals(new float[] {10, 10, 13}, x.toArray());
    }
}
