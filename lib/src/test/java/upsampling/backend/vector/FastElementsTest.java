package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.backend.Backend.Binary;
import upsampling.backend.Backend.Reduction;
import upsampling.backend.Backend.Unary;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Functions of elements, reductions, and cells that are found by index: {@link FastMaps}, {@link FastZips}, {@link FastReductions},
/// {@link FastCells}, {@link FastMaxPool}.
class FastElementsTest {
    private final BufferPool pool = BufferPool.ofHeap();

    @Test
    void functionsOfOneNumberAreExactToTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(41);
        for (Unary f : Unary.values()) {
            for (int size : new int[] {1, 3, 7, 8, 9, 31, 64, 1021, 4096, 4097, 70_000}) {
                Tensor x = Agreement.special(random, Shape.plane(1, size));
                for (int i = 0; i < size; i++) x.data()[i] *= (float) Math.exp(random.nextDouble(-12, 6)); // small numbers and large ones
                Tensor expected = Tensor.zeros(x.shape());
                Tensor actual = Agreement.unwritten(x.shape());
                ScalarBackend.INSTANCE.map(f, x, expected);
                FastMaps.map(Agreement.ALL, f, x, actual);
                assertUlps(f + " of " + size, x, expected, actual, f == Unary.RELU || f == Unary.ABS || f == Unary.SQRT ? 0 : 2);
                FastMaps.map(Agreement.ALL, f, x, x);
                Agreement.assertIdentical(f + " in place", actual, x);
            }
        }
    }

    private static void assertUlps(String what, Tensor x, Tensor expected, Tensor actual, int ulps) {
        for (int i = 0; i < x.data().length; i++) {
            float e = expected.data()[i];
            float a = actual.data()[i];
            boolean same = e == a || Float.isNaN(e) && Float.isNaN(a) || Math.abs(e - a) <= ulps * Math.ulp(e);
            assertTrue(same, what + ", x = " + x.data()[i] + ": expected " + e + ", but was " + a);
        }
    }

    @Test
    void functionsOfTwoNumbersRepeatAxesOfSizeOne() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 1500; round++) {
            Binary f = Binary.values()[round % Binary.values().length];
            Shape out = Shape.of(random.nextInt(1, 4), random.nextInt(1, 5), random.nextInt(1, 10), Agreement.size(random, 70));
            Tensor a = Agreement.special(random, round % 3 == 0 ? shrunk(random, out) : out);
            Tensor b = Agreement.special(random, round % 3 == 0 ? out : shrunk(random, out));
            Tensor expected = Tensor.zeros(out);
            Tensor actual = Agreement.unwritten(out);
            ScalarBackend.INSTANCE.zip(f, a, b, expected);
            FastZips.zip(Agreement.ALL, f, a, b, actual);
            Agreement.assertIdentical(f + " of " + a.shape() + " and " + b.shape(), expected, actual);
            Tensor inPlace = round % 3 == 0 ? b : a;
            FastZips.zip(Agreement.ALL, f, a, b, inPlace);
            Agreement.assertIdentical(f + " in place", expected, inPlace);
        }
    }

    @Test
    void bothArgumentsMayBeRepeated() {
        SplittableRandom random = new SplittableRandom(43);
        Tensor a = Agreement.drawn(random, Shape.of(3, 1, 50, 1));
        Tensor b = Agreement.drawn(random, Shape.of(1, 5, 1, 81));
        Tensor expected = Tensor.zeros(3, 5, 50, 81);
        Tensor actual = Agreement.unwritten(expected.shape());
        ScalarBackend.INSTANCE.zip(Binary.SUBTRACT, a, b, expected);
        FastZips.zip(Agreement.ALL, Binary.SUBTRACT, a, b, actual);
        Agreement.assertIdentical("outer difference", expected, actual);
    }

    @Test
    void reductionsAgreeAlongAllAxes() {
        SplittableRandom random = new SplittableRandom(44);
        for (int round = 0; round < 800; round++) {
            Shape in = Shape.of(random.nextInt(1, 5), random.nextInt(1, 6), random.nextInt(1, 12), Agreement.size(random, 150));
            Shape out = shrunk(random, in);
            compareReductions(round % 2 == 0 ? Agreement.drawn(random, in) : Agreement.special(random, in), out);
        }
    }

    /// Long enough for several runs of one row, several parts of a row, and several threads.
    @Test
    void largeReductionsAgreeAndDoNotDependOnTheThreads() {
        SplittableRandom random = new SplittableRandom(45);
        Tensor x = Agreement.drawn(random, Shape.of(3, 20, 50, 121));
        for (int axes = 0; axes < 16; axes++) {
            Shape in = x.shape();
            Shape out = Shape.of((axes & 1) > 0 ? 1 : in.n(), (axes & 2) > 0 ? 1 : in.c(), (axes & 4) > 0 ? 1 : in.h(), (axes & 8) > 0 ? 1 : in.w());
            compareReductions(x, out);
            Tensor alone = Agreement.unwritten(out);
            Tensor together = Agreement.unwritten(out);
            FastReductions.reduce(Agreement.ONE, Reduction.SUM, x, alone);
            FastReductions.reduce(Agreement.ALL, Reduction.SUM, x, together);
            Agreement.assertIdentical("sum to " + out, alone, together);
        }
    }

    /// Next to `2^24` a 1 is lost in float: one number must not make many others vanish.
    @Test
    void aLongSumKeepsItsDigits() {
        Tensor x = Tensor.full(Shape.plane(5000, 5000), 1);
        x.data()[0] = 0x1p24f;
        Tensor sum = Agreement.unwritten(Shape.plane(1, 1));
        FastReductions.reduce(Agreement.ALL, Reduction.SUM, x, sum);
        assertEquals(0x1p24 + 25_000_000 - 1, sum.get(0, 0), 100);
    }

    private static void compareReductions(Tensor x, Shape out) {
        for (Reduction f : Reduction.values()) {
            Tensor expected = Tensor.zeros(out);
            Tensor bound = Tensor.zeros(out);
            Tensor actual = Agreement.unwritten(out);
            ScalarBackend.INSTANCE.reduce(f, x, expected);
            if (f == Reduction.SUM) ScalarBackend.INSTANCE.reduce(f, Agreement.absolute(x), bound);
            FastReductions.reduce(Agreement.ALL, f, x, actual);
            Agreement.assertSums(f + " of " + x.shape() + " to " + out, expected, actual, bound, 1);
        }
    }

    @Test
    void maximaAreFoundWhereThePlainLoopsFindThem() {
        SplittableRandom random = new SplittableRandom(46);
        for (int round = 0; round < 800; round++) {
            int kernel = random.nextInt(1, 5);
            Window window = Window.of(kernel).withStride(random.nextInt(1, 4)).withPadding(random.nextInt(kernel / 2 + 1)).withDilation(random.nextInt(1, 3));
            Shape in = Shape.of(2, 3, window.effectiveKernel() + random.nextInt(20), window.effectiveKernel() + random.nextInt(90));
            Shape out = in.withSize(window.outputSize(in.h()), window.outputSize(in.w()));
            Tensor x = Agreement.special(random, in);
            for (int i = 0; i < in.size(); i++) x.data()[i] = Math.round(3 * x.data()[i]) / 3f + (Float.isNaN(x.data()[i]) ? Float.NaN : 0); // many ties
            Tensor expected = Tensor.zeros(out);
            Tensor actual = Agreement.unwritten(out);
            Indices plain = ScalarBackend.INSTANCE.maxPool(x, window, window, expected);
            Indices fast = FastMaxPool.compute(Agreement.ALL, pool, x, window, window, actual);
            assertArrayEquals(plain.values(), fast.values(), window + " on " + in);
            Agreement.assertIdentical(window + " on " + in, expected, actual);
        }
    }

    @Test
    void cellsGoThereAndBackByTheirIndices() {
        SplittableRandom random = new SplittableRandom(47);
        for (int round = 0; round < 300; round++) {
            Tensor x = Agreement.drawn(random, Shape.of(2, 3, random.nextInt(1, 30), random.nextInt(1, 30)));
            Tensor y = Agreement.drawn(random, x.shape().withSize(random.nextInt(1, 30), random.nextInt(1, 30)));
            int[] cells = new int[y.shape().size()];
            int size = x.shape().planeSize();
            for (int o = 0; o < cells.length; o++) cells[o] = round % 3 == 0 ? single(o % y.shape().planeSize(), size) : random.nextInt(-1, size);
            Tensor gathered = Agreement.unwritten(y.shape());
            Tensor expected = Tensor.zeros(y.shape());
            ScalarBackend.INSTANCE.gather(x, Indices.of(cells), expected);
            FastCells.gather(Agreement.ALL, x, Indices.of(cells), gathered);
            Agreement.assertIdentical("gather", expected, gathered);
            Tensor scattered = Agreement.unwritten(x.shape());
            ScalarBackend.INSTANCE.scatterSum(y, Indices.of(cells), x);
            FastCells.scatterSum(Agreement.ALL, y, Indices.of(cells), scattered);
            Agreement.assertIdentical("scatter", x, scattered);
        }
    }

    /// Returns a cell that no other output of a plane has, or -1.
    private static int single(int output, int size) {
        return output < size ? size - 1 - output : -1;
    }

    @Test
    void anInterruptEndsTheCalls() {
        Tensor x = Tensor.zeros(4, 4, 64, 64);
        Indices indices = Indices.of(new int[x.shape().size()]);
        Window window = Window.of(1);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> FastMaps.map(Agreement.ALL, Unary.EXP, x, x));
            assertThrows(CancellationException.class, () -> FastZips.zip(Agreement.ALL, Binary.ADD, x, x, x));
            assertThrows(CancellationException.class, () -> FastReductions.reduce(Agreement.ALL, Reduction.SUM, x, Tensor.zeros(1, 1, 1, 1)));
            assertThrows(CancellationException.class, () -> FastMaxPool.compute(Agreement.ALL, pool, x, window, window, x));
            assertThrows(CancellationException.class, () -> FastCells.gather(Agreement.ALL, x, indices, x));
            assertThrows(CancellationException.class, () -> FastCells.scatterSum(Agreement.ALL, x, indices, x));
        } finally {
            Thread.interrupted();
        }
    }

    /// Returns a shape of which some axes have size 1.
    private static Shape shrunk(SplittableRandom random, Shape shape) {
        int[] sizes = {shape.n(), shape.c(), shape.h(), shape.w()};
        Arrays.setAll(sizes, a -> random.nextBoolean() ? 1 : sizes[a]);
        return Shape.of(sizes[0], sizes[1], sizes[2], sizes[3]);
    }
}
