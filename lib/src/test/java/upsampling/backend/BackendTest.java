package upsampling.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import upsampling.op.MaxPool2d;
import upsampling.op.Relu;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class BackendTest {
    /// Computes like the scalar backend under another name.
    private static final Backend OTHER = (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "name" -> "other";
                case "allocate" -> Tensor.wrap((Shape) arguments[0], new float[((Shape) arguments[0]).size()], (Backend) proxy);
                default -> method.invoke(ScalarBackend.INSTANCE, arguments);
            });

    @Test
    void mixingBackendsNamesBoth() {
        Tensor here = Tensor.zeros(1, 1, 2, 2);
        Tensor there = here.to(OTHER);
        assertEquals("Relu.backward: gradOutput is on backend other, but x is on backend scalar; move one of them with .to(backend)",
                assertThrows(IllegalArgumentException.class, () -> Relu.of().backward(there, here)).getMessage());
    }

    @Test
    void aResultStaysOnTheBackendOfItsArgument() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}}).to(OTHER);
        MaxPool2d.Pooled pooled = MaxPool2d.of(2).forwardWithIndices(x);
        assertSame(OTHER, pooled.values().backend());
        assertSame(OTHER, MaxPool2d.of(2).backward(pooled.values(), pooled.indices(), x.shape()).backend());
        assertSame(OTHER, Relu.of().backward(x, x).backend());
    }

    @Test
    void movingCopiesTheValues() {
        Tensor x = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        Tensor moved = x.to(OTHER);
        x.data()[0] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4}, moved.toArray());
        assertSame(OTHER, moved.backend());
    }

    @Test
    void anIndexOfMinusOneMeansNoCell() {
        Tensor x = Tensor.full(Shape.of(1, 2, 1, 2), 10);
        ScalarBackend.INSTANCE.scatterAdd(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4), new int[] {-1, 1, 0, -1}, x);
        assertArrayEquals(new float[] {10, 12, 13, 10}, x.toArray());
        Tensor y = Tensor.full(Shape.of(1, 2, 1, 2), 7);
        ScalarBackend.INSTANCE.gather(x, new int[] {-1, 1, 0, -1}, y);
        assertArrayEquals(new float[] {0, 12, 13, 0}, y.toArray());
    }

    @Test
    void scatterAddAndSpreadAddAddToWhatIsThere() {
        Tensor x = Tensor.full(Shape.plane(1, 3), 10);
        ScalarBackend.INSTANCE.scatterAdd(Tensor.of(Shape.plane(1, 2), 1, 2), new int[] {2, 2}, x);
        assertArrayEquals(new float[] {10, 10, 13}, x.toArray());
    }
}
