package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.backend.ScalarBackend;
import upsampling.backend.Strided;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class FastCopiesTest {

    /// Boxes of 1 to 6 axes: axes in any order on both sides, cut out of larger ones, and backwards.
    @Test
    void movesWhatThePlainLoopMovesOnRandomBoxes() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 3000; round++) {
            int[] sizes = new int[random.nextInt(1, 7)];
            for (int a = 0; a < sizes.length; a++) sizes[a] = random.nextInt(1, sizes.length < 3 ? 60 : 9);
            compare("round " + round, view(random, sizes, true), view(random, sizes, false), sizes);
        }
    }

    @Test
    void shufflesAndTheirInverses() {
        SplittableRandom random = new SplittableRandom(32);
        for (int r = 1; r <= 6; r++) {
            for (int w = 1; w < 40; w++) {
                int[] sizes = {2, 3, 3, r, w, r};
                Tensor deep = Agreement.special(random, Shape.of(2, 3 * r * r, 3, w));
                Tensor large = Agreement.special(random, Shape.of(2, 3, 3 * r, w * r));
                Strided ofDeep = Strided.of(deep, 2, 3, r, r, 3, w).permuted(0, 1, 4, 2, 5, 3);
                Strided ofLarge = Strided.of(large, sizes);
                compare("shuffle " + r + ", width " + w, ofDeep, ofLarge, sizes);
                compare("unshuffle " + r + ", width " + w, ofLarge, ofDeep, sizes);
            }
        }
    }

    @Test
    void transposesAndLongRowsAreCutWithoutAGap() {
        SplittableRandom random = new SplittableRandom(33);
        Tensor x = Agreement.drawn(random, Shape.of(1, 3, 150, 301));
        Tensor y = Tensor.zeros(x.shape());
        int pixels = 150 * 301;
        compare("copy", Strided.of(x, 3 * pixels), Strided.of(y, 3 * pixels), 3 * pixels);
        compare("channels last", Strided.of(x, 3, pixels).permuted(1, 0), Strided.of(y, pixels, 3), pixels, 3);
        compare("channels first", Strided.of(x, pixels, 3), Strided.of(y, 3, pixels).permuted(1, 0), pixels, 3);
        compare("transpose", Strided.of(x, 3, 150, 301).permuted(0, 2, 1), Strided.of(y, 3, 301, 150), 3, 301, 150);
    }

    @Test
    void anInterruptEndsTheCall() {
        Tensor x = Tensor.zeros(4, 4, 64, 64);
        Tensor y = Tensor.zeros(4, 4, 64, 64);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> FastCopies.copy(Agreement.ALL, Strided.of(x, 65536), Strided.of(y, 65536), 65536));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void axesThatRunOnAreOneAndTheLastIsTheClosestInTheTarget() {
        Axes axes = Axes.sorted(new int[] {4, 1, 5, 6}, new int[] {30, 99, 6, 1}, new int[] {1, 99, 24, 4});
        assertEquals(2, axes.count());
        assertEquals(new Axes.Axis(4, 30, 1), axes.fromEnd(0));
        assertEquals(new Axes.Axis(30, 1, 4), axes.fromEnd(1));
    }

    /// A walk that begins in the middle of a box must be where one from the beginning comes by.
    @Test
    void aWalkMayBeginAnywhere() {
        Axes axes = Axes.of(new int[] {3, 4, 5}, new int[] {7, 100, 1000}, new int[] {1000, 100, 1});
        Axes.Walk fromStart = axes.walk(0, 3, 5);
        for (int i = 0; i < 60; i++, fromStart.next()) {
            Axes.Walk fromHere = axes.walk(i, 3, 5);
            assertEquals(fromHere.read() + ", " + fromHere.write(), fromStart.read() + ", " + fromStart.write());
        }
    }

    private static void compare(String what, Strided from, Strided to, int... sizes) {
        Tensor expected = Tensor.full(to.tensor().shape(), 7);
        Tensor actual = Tensor.full(to.tensor().shape(), 7);
        ScalarBackend.INSTANCE.copy(from, new Strided(expected, to.offset(), to.strides()), sizes);
        FastCopies.copy(Agreement.ALL, from, new Strided(actual, to.offset(), to.strides()), sizes);
        Agreement.assertIdentical(what, expected, actual);
    }

    /// Returns a view of these sizes into a random tensor.
    private static Strided view(SplittableRandom random, int[] sizes, boolean mayGoBackwards) {
        int[] order = new int[sizes.length];
        for (int a = 0; a < order.length; a++) {
            int other = random.nextInt(a + 1);
            order[a] = order[other];
            order[other] = a;
        }
        int[] strides = new int[sizes.length];
        int cells = 1;
        for (int a = order.length - 1; a >= 0; a--) {
            strides[order[a]] = cells;
            cells *= sizes[order[a]] + (random.nextInt(4) == 0 ? 1 : 0); // sometimes the axis of a larger box
        }
        int offset = 0;
        for (int a = 0; a < sizes.length; a++) {
            if (!mayGoBackwards || random.nextInt(5) != 0) continue;
            offset += strides[a] * (sizes[a] - 1);
            strides[a] = -strides[a];
        }
        return new Strided(Agreement.drawn(random, Shape.plane(1, cells)), offset, strides);
    }
}
