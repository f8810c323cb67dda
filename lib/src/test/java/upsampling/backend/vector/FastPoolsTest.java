package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Intervals;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

class FastPoolsTest {
    private final BufferPool pool = BufferPool.ofHeap();

    @Test
    void maximaAreThoseOfThePlainLoopsOnRandomWindows() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 2000; round++) {
            Window height = window(random);
            Window width = window(random);
            Shape in = shape(random, height, width);
            Shape out = in.withSize(outputs(random, height, in.h()), outputs(random, width, in.w()));
            Tensor x = round % 2 == 0 ? Agreement.drawn(random, in) : Agreement.special(random, in);
            Tensor expected = Tensor.zeros(out);
            Tensor actual = Agreement.unwritten(out);
            ScalarBackend.INSTANCE.maxPool(x, height, width, expected);
            FastPools.maxValues(Agreement.ALL, pool, x, height, width, actual);
            Agreement.assertSame(height + " x " + width + " on " + in, expected, actual);
        }
    }

    /// The infinity in the padding must not show.
    @Test
    void aWindowOfMinusInfinitiesIsMinusInfinityAndOneNanWins() {
        for (int width = 1; width < 40; width++) {
            Tensor x = Tensor.full(Shape.plane(4, width), Float.NEGATIVE_INFINITY);
            Tensor y = Agreement.unwritten(Shape.plane(2, Window.of(3).withStride(2).withPadding(1).outputSize(width)));
            Window window = Window.of(3).withStride(2).withPadding(1);
            FastPools.maxValues(Agreement.ALL, pool, x, window, window, y);
            for (float value : y.data()) assertEquals(Float.NEGATIVE_INFINITY, value);
            x.data()[width - 1] = Float.NaN;
            FastPools.maxValues(Agreement.ALL, pool, x, window, window, y);
            assertEquals(Float.NaN, y.get(0, y.shape().w() - 1));
        }
    }

    @Test
    void averagesAgreeWithThePlainLoopsOnRandomIntervals() {
        SplittableRandom random = new SplittableRandom(22);
        for (int round = 0; round < 2000; round++) {
            int h = Agreement.size(random, 40);
            int w = Agreement.size(random, 120);
            compareAverages(random, Shape.of(random.nextInt(1, 4), random.nextInt(1, 4), h, w), intervals(random, h), intervals(random, w));
        }
    }

    @Test
    void globalAndOtherLargeAveragesAgree() {
        SplittableRandom random = new SplittableRandom(23);
        for (int size : new int[] {1, 7, 8, 9, 63, 64, 65, 200, 1021}) {
            Intervals all = Intervals.adaptive(size, 1);
            compareAverages(random, Shape.of(1, 2, size, size), all, all);
            compareAverages(random, Shape.of(1, 2, size, 3), all, Intervals.adaptive(3, 2));
        }
    }

    @Test
    void resultsDoNotDependOnTheThreads() {
        SplittableRandom random = new SplittableRandom(24);
        Window window = Window.of(3).withStride(2).withPadding(1);
        Tensor x = Agreement.drawn(random, Shape.of(1, 3, 257, 255));
        Shape out = x.shape().withSize(window.outputSize(257), window.outputSize(255));
        Tensor alone = Agreement.unwritten(out);
        Tensor together = Agreement.unwritten(out);
        FastPools.maxValues(Agreement.ONE, pool, x, window, window, alone);
        FastPools.maxValues(Agreement.ALL, pool, x, window, window, together);
        Agreement.assertIdentical("max", alone, together);
        Intervals rows = Intervals.adaptive(257, 10);
        Intervals columns = Intervals.adaptive(255, 51);
        Tensor few = Agreement.unwritten(x.shape().withSize(10, 51));
        Tensor same = Agreement.unwritten(few.shape());
        FastPools.average(Agreement.ONE, pool, x, rows, columns, few);
        FastPools.average(Agreement.ALL, pool, x, rows, columns, same);
        Agreement.assertIdentical("average", few, same);
    }

    @Test
    void regularIntervalsAreRecognised() {
        assertEquals(new Sliding(2, 1, 2, 0, 112, 56), Sliding.of(Intervals.adaptive(112, 56), 112));
        assertEquals(new Sliding(2, 1, 3, 1, 13, 6), Sliding.of(clipped(Window.of(3).withStride(2).withPadding(1), 11, 6), 11));
        assertNotNull(Sliding.of(Intervals.adaptive(9, 1), 9));
        assertNull(Sliding.of(Intervals.adaptive(10, 4), 10)); // windows of 3 and 4 cells
    }

    /// The outputs begin inside the row: no padding explains that.
    @Test
    void intervalsMaySkipTheFirstCells() {
        SplittableRandom random = new SplittableRandom(25);
        Intervals skipping = new Intervals(new int[] {1, 3, 5, 7}, new int[] {3, 5, 7, 9}, new int[] {2, 2, 2, 2});
        compareAverages(random, Shape.of(1, 2, 9, 9), skipping, skipping);
    }

    /// 41 times 1/41, rounded, is not 1.
    @Test
    void aSumIsDividedAndNotMultiplied() {
        for (int divisor = 1; divisor < 200; divisor++) {
            int[] cells = new int[21];
            int[] ends = new int[21];
            int[] divisors = new int[21];
            Arrays.setAll(cells, j -> j);
            Arrays.setAll(ends, j -> j + 1);
            Arrays.fill(divisors, divisor);
            Tensor y = Agreement.unwritten(Shape.plane(1, 21));
            FastPools.average(Agreement.ALL, pool, Tensor.full(y.shape(), 3 * divisor), Intervals.adaptive(1, 1), new Intervals(cells, ends, divisors), y);
            for (float average : y.data()) assertEquals(3, average);
        }
    }

    @Test
    void aSumThatCancelsIsExactlyZero() {
        Tensor x = Tensor.zeros(1, 1, 30, 60);
        for (int i = 0; i < x.data().length; i++) x.data()[i] = i % 2 == 0 ? 0.1f : -0.1f;
        for (int size : new int[] {2, 6}) {
            Tensor y = Agreement.unwritten(x.shape().withSize(30 / size, 60 / size));
            FastPools.average(Agreement.ALL, pool, x, Intervals.adaptive(30, 30 / size), Intervals.adaptive(60, 60 / size), y);
            for (float value : y.data()) assertEquals(0, value, 0);
        }
    }

    @Test
    void anInterruptEndsTheCall() {
        Tensor x = Tensor.zeros(4, 4, 64, 64);
        Tensor y = Tensor.zeros(4, 4, 32, 32);
        Window window = Window.of(2).withStride(2);
        Intervals half = Intervals.adaptive(64, 32);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> FastPools.maxValues(Agreement.ALL, pool, x, window, window, y));
            assertThrows(CancellationException.class, () -> FastPools.average(Agreement.ALL, pool, x, half, half, y));
        } finally {
            Thread.interrupted();
        }
    }

    private void compareAverages(SplittableRandom random, Shape in, Intervals rows, Intervals columns) {
        boolean isSpecial = random.nextInt(4) == 0;
        Tensor x = isSpecial ? Agreement.special(random, in) : Agreement.drawn(random, in);
        Shape out = in.withSize(rows.size(), columns.size());
        Tensor expected = Tensor.zeros(out);
        Tensor bound = Tensor.zeros(out);
        Tensor actual = Agreement.unwritten(out);
        ScalarBackend.INSTANCE.average(x, rows, columns, expected);
        ScalarBackend.INSTANCE.average(Agreement.absolute(x), rows, columns, bound);
        FastPools.average(Agreement.ALL, pool, x, rows, columns, actual);
        for (int i = 0; i < bound.data().length; i++) bound.data()[i] = Math.abs(bound.data()[i]); // divisors may be negative
        Agreement.assertSums(in + " to " + out, expected, actual, bound, 4);
    }

    private static Window window(SplittableRandom random) {
        if (random.nextInt(3) == 0) return Window.of(2).withStride(2);
        int kernel = random.nextInt(1, random.nextInt(4) == 0 ? 12 : 5);
        return Window.of(kernel).withStride(random.nextInt(1, 5)).withPadding(random.nextInt(kernel / 2 + 1)).withDilation(random.nextInt(1, 4));
    }

    private static Shape shape(SplittableRandom random, Window height, Window width) {
        int h = least(height) + random.nextInt(20);
        int w = least(width) + random.nextInt(100);
        return Shape.of(random.nextInt(1, 4), random.nextInt(1, 4), h, w);
    }

    /// A window with gaps might lie around a smaller input without seeing it.
    private static int least(Window window) {
        return window.dilation() > 1 ? window.effectiveKernel() : Math.max(1, window.kernel() - 2 * window.padding());
    }

    /// In ceil mode the last window may be cut off; it must still see a cell.
    private static int outputs(SplittableRandom random, Window window, int in) {
        int out = window.outputSize(in, random.nextBoolean());
        return window.endTap(out - 1, in) > window.firstTap(out - 1) ? out : out - 1;
    }

    private static Intervals intervals(SplittableRandom random, int in) {
        if (random.nextBoolean()) return Intervals.adaptive(in, random.nextInt(1, in + 3));
        int kernel = random.nextInt(1, Math.min(in, 6) + 1);
        Window window = Window.of(kernel).withStride(random.nextInt(1, 4)).withPadding(random.nextInt(kernel / 2 + 1));
        return clipped(window, in, window.outputSize(in));
    }

    private static Intervals clipped(Window window, int in, int out) {
        int[] begin = new int[out];
        int[] end = new int[out];
        int[] divisor = new int[out];
        for (int o = 0; o < out; o++) {
            begin[o] = Math.max(0, window.cell(o, 0));
            end[o] = Math.min(in, window.cell(o, window.kernel() - 1) + 1);
            divisor[o] = o % 2 == 0 ? end[o] - begin[o] : -window.kernel();
        }
        return new Intervals(begin, end, divisor);
    }
}
