package upsampling.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.backend.Epilogue;
import upsampling.backend.MatrixView;
import upsampling.backend.ScalarBackend;
import upsampling.backend.Strided;
import upsampling.data.Noise;
import upsampling.tensor.Geometry;
import upsampling.tensor.Grid;
import upsampling.tensor.Indices;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Every primitive on the device beside the plain loops, in sizes that take every kernel. Results agree up to rounding in float.
class DevicePrimitivesTest {
    private static final ScalarBackend PLAIN = ScalarBackend.INSTANCE;
    private static CudaBackend cuda;

    @BeforeAll
    static void open() {
        cuda = StandInBackend.get();
    }

    /// A primitive that reads some tensors and writes one.
    private interface Primitive {
        void compute(Backend backend, Tensor[] from, Tensor to);
    }

    /// Computes on both backends and compares. Results begin as NaN, so one that is never written shows.
    private static void agree(Primitive primitive, Shape result, double tolerance, Tensor... from) {
        float[] nan = new float[result.size()];
        Arrays.fill(nan, Float.NaN);
        Tensor expected = PLAIN.upload(result, nan);
        primitive.compute(PLAIN, from, expected);
        Tensor[] there = Arrays.stream(from).map(tensor -> tensor.to(cuda)).toArray(Tensor[]::new);
        try (Tensor actual = cuda.upload(result, nan)) {
            primitive.compute(cuda, there, actual);
            float[] values = actual.toArray();
            for (int i = 0; i < values.length; i++) {
                float e = expected.data()[i];
                boolean isNumber = Float.isFinite(e);
                assertEquals(e, values[i], isNumber ? tolerance * Math.max(1, Math.abs(e)) : 0, "element " + i + " of " + result);
            }
        }
        for (Tensor tensor : there) tensor.close();
    }

    private static Tensor noise(int seed, Shape shape) {
        RandomGenerator random = Noise.generator(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = 2 * random.nextFloat() - 1;
        return PLAIN.upload(shape, values);
    }

    @Test
    void products() {
        for (int[] size : new int[][] {{1, 1, 1}, {5, 7, 3}, {64, 64, 8}, {70, 130, 33}}) {
            Shape a = Shape.plane(size[0], size[2]);
            Shape b = Shape.plane(size[2], size[1]);
            Tensor sum = noise(3, Shape.plane(size[0], size[1]));
            agree((backend, from, to) -> backend.gemm(matrix(from[0]), matrix(from[1]), false, matrix(to)), sum.shape(), 1e-5, noise(1, a), noise(2, b));
            agree((backend, from, to) -> {
                backend.copy(Strided.of(from[2], sum.shape().size()), Strided.of(to, sum.shape().size()), sum.shape().size());
                backend.gemm(matrix(from[1]).transposed(), matrix(from[0]).transposed(), true, matrix(to).transposed());
            }, sum.shape(), 1e-5, noise(1, a), noise(2, b), sum);
        }
    }

    private static MatrixView matrix(Tensor tensor) {
        return MatrixView.of(tensor, 0, tensor.shape().h(), tensor.shape().w());
    }

    private static final List<Geometry> GEOMETRIES = List.of(Geometry.of(1), Geometry.of(3).withPadding(1, 1), Geometry.of(4).withStride(2, 2).withPadding(1, 1),
        Geometry.of(3, 2).withStride(2, 1).withDilation(1, 2), Geometry.of(2).withStride(3, 3), Geometry.of(5, 3).withStride(3, 2).withPadding(2, 1).withDilation(2, 1));

    @Test
    void picturesAsMatrices() {
        for (Geometry geometry : GEOMETRIES) {
            Tensor x = noise(4, Shape.of(2, 3, 11, 10));
            int height = geometry.height().outputSize(11);
            int width = geometry.width().outputSize(10);
            Shape columns = Shape.plane(3 * geometry.taps(), height * width);
            agree((backend, from, to) -> backend.im2col(from[0], 1, geometry, width, matrix(to)), columns, 0, x);
            agree((backend, from, to) -> {
                for (int n = 0; n < 2; n++) backend.col2im(matrix(from[0]), geometry, width, to, n);
            }, x.shape(), 1e-5, noise(5, columns));
        }
    }

    @Test
    void convolutions() {
        int[][] channels = {{1, 1, 1}, {3, 5, 1}, {6, 6, 6}, {9, 16, 1}, {12, 40, 2}, {10, 70, 1}, {3, 130, 1}, {33, 3, 1}};
        for (Geometry shape : GEOMETRIES) {
            for (int[] c : channels) {
                Geometry geometry = shape.withGroups(c[2]);
                Tensor large = noise(6, Shape.of(2, c[0], 11, 12));
                Tensor small = noise(7, Shape.of(2, c[1], geometry.height().outputSize(11), geometry.width().outputSize(12)));
                Tensor weight = noise(8, Shape.of(c[1], c[0] / c[2], geometry.height().kernel(), geometry.width().kernel()));
                agree((backend, from, to) -> backend.convolve(from[0], from[1], geometry, to), small.shape(), 1e-5, large, weight);
                agree((backend, from, to) -> backend.stamp(from[0], from[1], geometry, to), large.shape(), 2e-5, small, weight);
                agree((backend, from, to) -> backend.convolve(from[0], from[1], Epilogue.bias(from[2]), geometry, to), small.shape(), 1e-5, large, weight, channels(c[1]));
                agree((backend, from, to) -> backend.stamp(from[0], from[1], Epilogue.bias(from[2]).thenRelu(), geometry, to), large.shape(), 2e-5, small, weight, channels(c[0]));
                agree((backend, from, to) -> backend.convolve(from[0], from[1], Epilogue.NONE.thenRelu(), geometry, to), small.shape(), 1e-5, large, weight);
                agree((backend, from, to) -> backend.correlate(from[0], from[1], geometry, to), weight.shape(), 4e-5, large, small);
            }
        }
    }

    private static Tensor channels(int count) {
        return noise(22, Shape.of(1, count, 1, 1));
    }

    /// Rounded to 10 bits, a product is off by 2^-11 of itself twice over; a sum of absolute products of 1/4 on average.
    @Test
    void tensorCores() {
        CudaBackend tf32 = cuda.withTf32();
        CudaBackend plain = cuda;
        cuda = tf32;
        try {
            for (Geometry geometry : GEOMETRIES) {
                for (int[] c : new int[][] {{9, 20}, {10, 70}, {3, 130}}) {
                    Tensor large = noise(6, Shape.of(2, c[0], 11, 12));
                    Tensor small = noise(7, Shape.of(2, c[1], geometry.height().outputSize(11), geometry.width().outputSize(12)));
                    Tensor weight = noise(8, Shape.of(c[1], c[0], geometry.height().kernel(), geometry.width().kernel()));
                    int depth = c[0] * geometry.taps();
                    agree((backend, from, to) -> backend.convolve(from[0], from[1], geometry, to), small.shape(), tf32Bound(depth), large, weight);
                    agree((backend, from, to) -> backend.stamp(from[0], from[1], geometry, to), large.shape(), tf32Bound(c[1] * geometry.taps()), small, weight);
                    agree((backend, from, to) -> backend.correlate(from[0], from[1], geometry, to), weight.shape(), tf32Bound(2 * small.shape().planeSize()), large, small);
                }
            }
        } finally {
            cuda = plain;
        }
        assertEquals("cuda-tf32", tf32.name());
        assertSame(tf32, tf32.withTf32());
    }

    private static double tf32Bound(int terms) {
        return 2 * Math.pow(2, -11) * 0.25 * 4 * Math.sqrt(terms); // errors add up like a random walk, and 4 is its wide end
    }

    @Test
    void aLongGradientIsAddedInParts() {
        Geometry geometry = Geometry.of(2);
        for (int channels : new int[] {3, 40}) { // few have a kernel of their own
            Tensor large = noise(9, Shape.of(3, 2, 31, 30));
            Tensor small = noise(10, Shape.of(3, channels, 30, 29));
            agree((backend, from, to) -> backend.correlate(from[0], from[1], geometry, to), Shape.of(channels, 2, 2, 2), 1e-4, large, small);
        }
    }

    @Test
    void tables() {
        Tensor x = noise(11, Shape.of(2, 2, 9, 11));
        List<Taps[]> tables = new ArrayList<>();
        tables.add(new Taps[] {Taps.nearest(Grid.ofSize(9, 18)), Taps.nearest(Grid.ofSize(11, 7))});
        tables.add(new Taps[] {Taps.linear(Grid.ofSize(9, 20)), Taps.linear(Grid.ofSize(11, 22))});
        tables.add(new Taps[] {Taps.cubic(Grid.ofSize(9, 13), -0.75), Taps.cubic(Grid.ofSize(11, 44), -0.75)});
        tables.add(new Taps[] {Taps.area(9, 1), Taps.area(11, 2)}); // many taps: one axis after the other
        tables.add(new Taps[] {Taps.zeroInsertion(9, 2, 18), Taps.zeroInsertion(11, 3, 33)});
        for (Taps[] table : tables) {
            Shape out = Shape.of(2, 2, table[0].outSize(), table[1].outSize());
            agree((backend, from, to) -> backend.applyTaps(from[0], table[0], table[1], to), out, 1e-6, x);
            agree((backend, from, to) -> backend.applyTaps(from[0], table[0].transpose(), table[1].transpose(), to), x.shape(), 1e-5, noise(12, out));
        }
    }

    @Test
    void pools() {
        Tensor x = noise(13, Shape.of(2, 3, 40, 30));
        agree((backend, from, to) -> backend.average(from[0], Intervals.adaptive(40, 7), Intervals.adaptive(30, 11), to), Shape.of(2, 3, 7, 11), 1e-6, x);
        agree((backend, from, to) -> backend.average(from[0], Intervals.adaptive(40, 1), Intervals.adaptive(30, 1), to), Shape.of(2, 3, 1, 1), 1e-6, x);
        for (Window window : List.of(Window.of(2).withStride(2), Window.of(3).withStride(2).withPadding(1), Window.of(3).withDilation(2))) {
            Shape out = Shape.of(2, 3, window.outputSize(40), window.outputSize(30));
            agree((backend, from, to) -> backend.maxPoolValues(from[0], window, window, to), out, 0, x);
            agree((backend, from, to) -> backend.maxPool(from[0], window, window, to), out, 0, x);
            Tensor gradient = noise(14, out);
            agree((backend, from, to) -> {
                Indices where = backend.maxPool(from[0], window, window, backend.empty(out));
                backend.scatterSum(from[1], where, to);
            }, x.shape(), 1e-6, x, gradient);
            agree((backend, from, to) -> backend.gather(from[0], backend.maxPool(from[0], window, window, backend.empty(out)), to), out, 0, x);
        }
    }

    @Test
    void cellsMovedByIndicesOfAnySource() {
        Indices where = Indices.of(3, -1, 0, 3, 3, 5, 2, -1, 2);
        agree((backend, from, to) -> backend.gather(from[0], where, to), Shape.of(1, 3, 1, 3), 0, noise(15, Shape.of(1, 3, 2, 3)));
        agree((backend, from, to) -> backend.scatterSum(from[0], where, to), Shape.of(1, 3, 2, 3), 1e-6, noise(16, Shape.of(1, 3, 1, 3)));
    }

    @Test
    void placesOfMaximaAreThoseOfThePlainLoops() {
        float nan = Float.NaN;
        Tensor x = PLAIN.upload(Shape.plane(4, 4), new float[] {1, 1, nan, 2, 1, 1, 3, nan, -0f, 0f, 5, 5, 0f, -0f, 5, Float.NEGATIVE_INFINITY});
        Shape out = Shape.plane(2, 2);
        Window window = Window.of(2).withStride(2);
        int[] expected = PLAIN.maxPool(x, window, window, PLAIN.empty(out)).values();
        try (Tensor there = x.to(cuda); Tensor values = cuda.empty(out)) {
            assertArrayEquals(expected, cuda.maxPool(there, window, window, values).values());
        }
    }

    @Test
    void functions() {
        Tensor x = PLAIN.upload(Shape.of(1, 2, 3, 4), new float[] {-3, -1, -0.5f, -0f, 0, 0.25f, 1, 2, 30, -30, 88, 100, Float.NaN, Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY, 0.1f, -0.1f, 5, 7, 11, 1e-9f, -1e-9f, 3, 4});
        for (Backend.Unary f : Backend.Unary.values()) agree((backend, from, to) -> backend.map(f, from[0], to), x.shape(), 3e-6, x);
        Tensor other = noise(17, x.shape());
        Tensor row = noise(18, Shape.of(1, 1, 1, 4));
        Tensor channel = noise(19, Shape.of(1, 2, 1, 1));
        for (Backend.Binary f : Backend.Binary.values()) {
            agree((backend, from, to) -> backend.zip(f, from[0], from[1], to), x.shape(), 1e-6, x, other);
            agree((backend, from, to) -> backend.zip(f, from[0], from[1], to), x.shape(), 1e-6, x, row);
            agree((backend, from, to) -> backend.zip(f, from[0], from[1], to), x.shape(), 1e-6, channel, x);
        }
    }

    @Test
    void boxes() {
        Tensor x = noise(20, Shape.of(2, 8, 3, 5));
        agree((backend, from, to) -> backend.copy(Strided.of(from[0], 2, 2, 2, 2, 3, 5).permuted(0, 1, 4, 2, 5, 3), Strided.of(to, 2, 2, 3, 2, 5, 2), 2, 2, 3, 2, 5, 2),
            Shape.of(2, 2, 6, 10), 0, x);
        agree((backend, from, to) -> backend.copy(Strided.of(from[0], 2, 8, 3, 5).from(0, 1, 1, 2), Strided.of(to, 2, 7, 2, 3), 2, 7, 2, 3), Shape.of(2, 7, 2, 3), 0, x);
    }

    @Test
    void sumsAndMaxima() {
        for (Backend.Reduction f : Backend.Reduction.values()) {
            for (Shape out : List.of(Shape.of(1, 1, 1, 1), Shape.of(3, 1, 1, 1), Shape.of(3, 4, 1, 1), Shape.of(1, 4, 1, 1), Shape.of(3, 4, 1, 70),
                Shape.of(1, 1, 30, 70), Shape.of(3, 1, 30, 1), Shape.of(3, 4, 30, 70))) {
                agree((backend, from, to) -> backend.reduce(f, from[0], to), out, 2e-5, noise(21, Shape.of(3, 4, 30, 70)));
            }
        }
    }

    @Test
    void zeroesToo() {
        try (Tensor zeros = cuda.allocate(Shape.of(1, 2, 3, 4))) {
            assertArrayEquals(new float[24], zeros.toArray());
        }
    }

    @Test
    void everyKernelIsLaunched() {
        products();
        picturesAsMatrices();
        convolutions();
        tables();
        pools();
        cellsMovedByIndicesOfAnySource();
        functions();
        boxes();
        sumsAndMaxima();
        tensorCores();
        List<Kernel> never = Arrays.stream(Kernel.values()).filter(kernel -> kernel.launches() == 0).toList();
        assertTrue(never.isEmpty(), "never launched: " + never);
    }
}
