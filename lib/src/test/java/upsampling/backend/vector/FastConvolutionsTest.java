package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// {@link FastConvolutions} beside the plain loops, on every {@link Path}.
class FastConvolutionsTest {
    private static final String FORCED = "upsampling.vector.path";

    private final Workers workers = Workers.all();
    private final BufferPool pool = BufferPool.ofHeap();

    @AfterEach
    void letTheCostsChooseAgain() {
        System.clearProperty(FORCED);
    }

    @ParameterizedTest
    @EnumSource
    void everyPathAgreesWithThePlainLoopsOnRandomGeometries(Path path) {
        System.setProperty(FORCED, path.name());
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            compare(random, new Geometry(window(random), window(random), random.nextInt(1, 4)), random.nextInt(1, 5), random.nextInt(1, 16), round % 7);
        }
    }

    /// Kernels with two or three taps in each phase, on both axes alike or not.
    @ParameterizedTest
    @EnumSource
    void everyPathAgreesWithThePlainLoopsWhereWinogradFits(Path path) {
        System.setProperty(FORCED, path.name());
        long before = path.calls();
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 300; round++) {
            int taps = random.nextInt(2, 4);
            Geometry geometry = new Geometry(phased(random, taps), phased(random, taps), random.nextInt(1, 3));
            compare(random, geometry, random.nextInt(1, 20), random.nextInt(1, 30), round % 7);
        }
        assertTrue(path.calls() >= before + 600, path + " was not taken");
    }

    /// More channels than are summed at once; few of them leave room for other ways ({@link TileSums}).
    @ParameterizedTest
    @EnumSource
    void everyPathAgreesWithThePlainLoopsOnManyChannels(Path path) {
        System.setProperty(FORCED, path.name());
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 60; round++) {
            int taps = random.nextInt(1, 4);
            Geometry geometry = round % 2 == 0 ? new Geometry(phased(random, taps), phased(random, taps), 1) : Geometry.of(taps).withStride(taps, 1);
            compare(random, geometry, random.nextInt(TileSums.FEWEST, 150), random.nextInt(1, 20), round % 3);
        }
    }

    @Test
    void weightsAreSummedByRowsOfThePictures() {
        System.setProperty(FORCED, Path.DIRECT.name());
        SplittableRandom random = new SplittableRandom(13);
        for (int stride = 1; stride <= 3; stride++) {
            for (int outputs : new int[] {1, 3, RowDots.MOST}) {
                Geometry geometry = Geometry.of(3).withStride(stride, stride).withPadding(1, 1);
                long before = Path.DIRECT.calls();
                compare(random, Shape.of(2, 7, 40, 50), outputs, geometry);
                assertTrue(Path.DIRECT.calls() >= before + 3, "stride " + stride + ", " + outputs + " outputs");
            }
        }
    }

    @Test
    void theCheapestPathAgreesWithThePlainLoops() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 100; round++) {
            compare(random, new Geometry(window(random), window(random), random.nextInt(1, 3)), random.nextInt(1, 9), random.nextInt(1, 40), round % 7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotFiniteSpreadsToTheCellsThatUseItOnly(Path path) {
        System.setProperty(FORCED, path.name());
        SplittableRandom random = new SplittableRandom(10);
        for (float special : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE}) {
            for (int stride = 1; stride <= 2; stride++) {
                Geometry geometry = Geometry.of(stride == 1 ? 3 : 4).withStride(stride, stride).withPadding(1, 1);
                Tensor large = drawn(random, Shape.of(2, 3, 14, 18));
                large.data()[random.nextInt(large.data().length)] = special;
                Tensor weight = drawn(random, Shape.of(5, 3, geometry.height().kernel(), geometry.width().kernel()));
                Tensor plain = Tensor.zeros(2, 5, 14 / stride, 18 / stride);
                Tensor fast = Tensor.full(plain.shape(), Float.NaN);
                ScalarBackend.INSTANCE.convolve(large, weight, geometry, plain);
                FastConvolutions.convolve(workers, pool, large, weight, geometry, fast);
                assertClose(plain, fast, path + " convolve, " + special);
                Tensor y = drawn(random, plain.shape());
                y.data()[random.nextInt(y.data().length)] = special;
                Tensor plainLarge = Tensor.zeros(large.shape());
                Tensor fastLarge = Tensor.full(large.shape(), Float.NaN);
                ScalarBackend.INSTANCE.stamp(y, weight, geometry, plainLarge);
                FastConvolutions.stamp(workers, pool, y, weight, geometry, fastLarge);
                assertClose(plainLarge, fastLarge, path + " stamp, " + special);
                Tensor given = drawn(random, plain.shape());
                Tensor plainWeight = Tensor.zeros(weight.shape());
                Tensor fastWeight = Tensor.full(weight.shape(), Float.NaN);
                ScalarBackend.INSTANCE.correlate(large, given, geometry, plainWeight);
                FastConvolutions.correlate(workers, pool, large, given, geometry, fastWeight);
                assertClose(plainWeight, fastWeight, path + " correlate, " + special);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsDoesNotChangeABit(Path path) {
        System.setProperty(FORCED, path.name());
        SplittableRandom random = new SplittableRandom(11);
        for (int kernel : new int[] {3, 4}) {
            Geometry geometry = Geometry.of(kernel).withStride(kernel - 2, kernel - 2).withPadding(1, 1);
            Tensor large = drawn(random, Shape.of(3, 20, 34, 38));
            Tensor weight = drawn(random, Shape.of(17, 20, kernel, kernel));
            Shape small = Shape.of(3, 17, geometry.height().outputSize(34), geometry.width().outputSize(38));
            Tensor one = Tensor.zeros(small);
            Tensor all = Tensor.zeros(small);
            FastConvolutions.convolve(new Workers(1), pool, large, weight, geometry, one);
            FastConvolutions.convolve(workers, pool, large, weight, geometry, all);
            assertArrayEquals(one.toArray(), all.toArray(), path + " convolve");
            Tensor oneLarge = Tensor.zeros(large.shape());
            Tensor allLarge = Tensor.zeros(large.shape());
            FastConvolutions.stamp(new Workers(1), pool, one, weight, geometry, oneLarge);
            FastConvolutions.stamp(workers, pool, one, weight, geometry, allLarge);
            assertArrayEquals(oneLarge.toArray(), allLarge.toArray(), path + " stamp");
            Tensor oneWeight = Tensor.zeros(weight.shape());
            Tensor allWeight = Tensor.zeros(weight.shape());
            FastConvolutions.correlate(new Workers(1), pool, large, one, geometry, oneWeight);
            FastConvolutions.correlate(workers, pool, large, one, geometry, allWeight);
            assertArrayEquals(oneWeight.toArray(), allWeight.toArray(), path + " correlate");
        }
    }

    /// All three, each into memory that holds NaN before.
    private void compare(SplittableRandom random, Geometry geometry, int inputs, int outputs, int extra) {
        int h = size(random, geometry.height(), extra);
        int w = size(random, geometry.width(), extra);
        compare(random, Shape.of(random.nextInt(1, 4), geometry.groups() * inputs, h, w), outputs, geometry);
    }

    private void compare(SplittableRandom random, Shape in, int outputs, Geometry geometry) {
        int inputs = in.c() / geometry.groups();
        Tensor large = drawn(random, in);
        Tensor weight = drawn(random, Shape.of(geometry.groups() * outputs, inputs, geometry.height().kernel(), geometry.width().kernel()));
        Tensor y = drawn(random, Shape.of(in.n(), geometry.groups() * outputs, geometry.height().outputSize(in.h()), geometry.width().outputSize(in.w())));
        String what = geometry + " on " + large.shape() + " with " + weight.shape();

        Tensor plain = Tensor.zeros(y.shape());
        Tensor fast = Tensor.full(y.shape(), Float.NaN);
        ScalarBackend.INSTANCE.convolve(large, weight, geometry, plain);
        FastConvolutions.convolve(workers, pool, large, weight, geometry, fast);
        assertClose(plain, fast, "convolve " + what);

        Tensor plainLarge = Tensor.zeros(large.shape());
        Tensor fastLarge = Tensor.full(large.shape(), Float.NaN);
        ScalarBackend.INSTANCE.stamp(y, weight, geometry, plainLarge);
        FastConvolutions.stamp(workers, pool, y, weight, geometry, fastLarge);
        assertClose(plainLarge, fastLarge, "stamp " + what);

        Tensor plainWeight = Tensor.zeros(weight.shape());
        Tensor fastWeight = Tensor.full(weight.shape(), Float.NaN);
        ScalarBackend.INSTANCE.correlate(large, y, geometry, plainWeight);
        FastConvolutions.correlate(workers, pool, large, y, geometry, fastWeight);
        assertClose(plainWeight, fastWeight, "correlate " + what);
    }

    /// Sums of up to some hundred terms of size 1: a float's rounding, and some times that for Winograd.
    private static void assertClose(Tensor plain, Tensor fast, String what) {
        assertArrayEquals(plain.toArray(), fast.toArray(), 3e-4f, what);
    }

    private static Window window(SplittableRandom random) {
        int kernel = random.nextInt(1, 6);
        return Window.of(kernel).withStride(random.nextInt(1, 5)).withPadding(random.nextInt(kernel)).withDilation(random.nextInt(1, 4));
    }

    private static Window phased(SplittableRandom random, int taps) {
        int stride = random.nextInt(1, 4);
        return Window.of(taps * stride).withStride(stride).withPadding(random.nextInt(taps * stride));
    }

    private static int size(SplittableRandom random, Window window, int extra) {
        int least = Math.max(1, window.effectiveKernel() - 2 * window.padding());
        return least + (extra == 0 ? 0 : random.nextInt(7 * extra));
    }

    private static Tensor drawn(SplittableRandom random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) tensor.data()[i] = (float) random.nextDouble(-1, 1);
        return tensor;
    }
}
