package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class FastConvolutionsTest {
    private final Workers workers = Workers.all();
    private final BufferPool pool = BufferPool.ofHeap();

    @Test
    void bothDirectionsAgreeWithThePlainLoopsOnRandomGeometries() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            Geometry geometry = new Geometry(window(random), window(random), random.nextInt(1, 4));
            int h = size(random, geometry.height());
            int w = size(random, geometry.width());
            int n = random.nextInt(1, 4);
            Tensor large = drawn(random, Shape.of(n, geometry.groups() * random.nextInt(1, 5), h, w));
            int perGroup = random.nextInt(1, 16);
            Tensor weight = drawn(random, Shape.of(geometry.groups() * perGroup, large.shape().c() / geometry.groups(), geometry.height().kernel(), geometry.width().kernel()));
            Shape small = Shape.of(n, weight.shape().n(), geometry.height().outputSize(h), geometry.width().outputSize(w));
            String what = geometry + " on " + large.shape() + " with " + weight.shape();

            Tensor plain = Tensor.zeros(small);
            Tensor fast = Tensor.zeros(small);
            ScalarBackend.INSTANCE.convolve(large, weight, geometry, plain);
            FastConvolutions.convolve(workers, pool, large, weight, geometry, fast);
            assertArrayEquals(plain.toArray(), fast.toArray(), 1e-4f, "convolve " + what);

            Tensor y = drawn(random, small);
            Tensor plainLarge = Tensor.zeros(large.shape());
            Tensor fastLarge = Tensor.full(large.shape(), Float.NaN);
            ScalarBackend.INSTANCE.stamp(y, weight, geometry, plainLarge);
            FastConvolutions.stamp(workers, pool, y, weight, geometry, fastLarge);
            assertArrayEquals(plainLarge.toArray(), fastLarge.toArray(), 1e-4f, "stamp " + what);
        }
    }

    private static Window window(SplittableRandom random) {
        int kernel = random.nextInt(1, 6);
        return Window.of(kernel).withStride(random.nextInt(1, 5)).withPadding(random.nextInt(kernel)).withDilation(random.nextInt(1, 4));
    }

    private static int size(SplittableRandom random, Window window) {
        return Math.max(1, window.effectiveKernel() - 2 * window.padding()) + random.nextInt(40);
    }

    private static Tensor drawn(SplittableRandom random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) tensor.data()[i] = (float) random.nextDouble(-1, 1);
        return tensor;
    }
}
