package upsampling.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Alignment;
import upsampling.tensor.Border;
import upsampling.tensor.Grid;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

class FastTapsTest {
    private final BufferPool pool = BufferPool.ofHeap();

    @Test
    void agreesWithThePlainLoopsOnRandomTables() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 1500; round++) {
            Taps rows = table(random, Agreement.size(random, 40));
            Taps columns = table(random, Agreement.size(random, 100));
            Shape in = Shape.of(random.nextInt(1, 4), random.nextInt(1, 4), rows.inSize(), columns.inSize());
            compare("round " + round, Agreement.drawn(random, in), rows, columns);
        }
    }

    @Test
    void nanAndInfinitySpreadToThoseOutputsOnlyThatUseTheirCell() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 500; round++) {
            Taps rows = table(random, Agreement.size(random, 20));
            Taps columns = table(random, Agreement.size(random, 80));
            compare("round " + round, Agreement.special(random, Shape.of(1, 2, rows.inSize(), columns.inSize())), rows, columns);
        }
    }

    /// Large enough that several threads and several blocks of rows share a plane.
    @Test
    void resultsDoNotDependOnTheThreads() {
        SplittableRandom random = new SplittableRandom(13);
        for (int round = 0; round < 40; round++) {
            Taps rows = table(random, random.nextInt(50, 200));
            Taps columns = table(random, random.nextInt(50, 300));
            Tensor x = Agreement.drawn(random, Shape.of(1, random.nextInt(1, 4), rows.inSize(), columns.inSize()));
            Shape out = x.shape().withSize(rows.outSize(), columns.outSize());
            Tensor alone = Agreement.unwritten(out);
            Tensor together = Agreement.unwritten(out);
            FastTaps.apply(Agreement.ONE, pool, x, rows, columns, alone);
            FastTaps.apply(Agreement.ALL, pool, x, rows, columns, together);
            Agreement.assertIdentical("round " + round, alone, together);
            compare("round " + round, x, rows, columns);
        }
    }

    @Test
    void enlargementsCopyExactly() {
        SplittableRandom random = new SplittableRandom(14);
        for (int scale = 1; scale <= 5; scale++) {
            Tensor x = Agreement.special(random, Shape.of(1, 3, 17, 41));
            Taps rows = Taps.nearest(Grid.ofSize(17, scale * 17));
            Taps columns = Taps.nearest(Grid.ofSize(41, scale * 41));
            Tensor y = Agreement.unwritten(x.shape().withSize(rows.outSize(), columns.outSize()));
            FastTaps.apply(Agreement.ALL, pool, x, rows, columns, y);
            for (int h = 0; h < rows.outSize(); h++) {
                for (int w = 0; w < columns.outSize(); w++) assertEquals(x.get(0, 2, h / scale, w / scale), y.get(0, 2, h, w));
            }
        }
    }

    @Test
    void everyWayAlongTheColumnsIsTaken() {
        assertInstanceOf(ZippedSums.class, columns(Taps.nearest(Grid.ofSize(56, 112))));
        assertInstanceOf(ZippedSums.class, columns(Taps.linear(Grid.ofSize(56, 112))));
        assertInstanceOf(ZippedSums.class, columns(Taps.cubic(Grid.ofSize(56, 112), -0.75)));
        assertInstanceOf(PermutedSums.class, columns(Taps.linear(Grid.ofSize(56, 224))));
        assertInstanceOf(PermutedSums.class, columns(Taps.nearest(Grid.ofSize(100, 224))));
        assertInstanceOf(PermutedSums.class, columns(Taps.cubic(Grid.ofSize(90, 60), -0.75)));
        assertInstanceOf(HalvedSums.class, columns(Taps.nearest(Grid.ofSize(56, 112)).transpose()));
        assertInstanceOf(HalvedSums.class, columns(Taps.linear(Grid.ofSize(56, 112)).transpose()));
        assertInstanceOf(HalvedSums.class, columns(Taps.cubic(Grid.ofSize(56, 112), -0.75).transpose()));
        assertInstanceOf(HalvedSums.class, columns(Taps.linear(Grid.ofSize(112, 56))));
        assertInstanceOf(PermutedSums.class, columns(Taps.linear(Grid.ofSize(56, 168)).transpose()));
        assertInstanceOf(PermutedSums.class, columns(Taps.zeroInsertion(56, 2, 112)));
        assertInstanceOf(ShiftedSums.class, columns(Taps.filter(112, 112, 1, 2, Border.REPLICATE, 1, 2, 3, 2, 1)));
        assertEquals(false, columns(Taps.linear(Grid.ofSize(1000, 100))) instanceof PermutedSums); // too far apart
        assertEquals(false, columns(Taps.linear(Grid.ofSize(2, 1000))) instanceof PermutedSums); // narrower than a vector
    }

    @Test
    void gradientsOfEnlargementsByTwoAgreeWithThePlainLoops() {
        SplittableRandom random = new SplittableRandom(15);
        for (int size = 3; size < 80; size += random.nextInt(1, 8)) {
            Tensor x = Agreement.special(random, Shape.of(1, 3, 2 * size, 2 * size));
            for (Taps taps : List.of(Taps.nearest(Grid.ofSize(size, 2 * size)), Taps.linear(Grid.ofSize(size, 2 * size)), Taps.cubic(Grid.ofSize(size, 2 * size), -0.75))) {
                compare("size " + size, x, taps.transpose(), taps.transpose());
            }
        }
    }

    @Test
    void anInterruptEndsTheCall() {
        Taps rows = Taps.linear(Grid.ofSize(64, 128));
        Tensor x = Tensor.zeros(4, 4, 64, 64);
        Tensor y = Tensor.zeros(4, 4, 128, 128);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> FastTaps.apply(Agreement.ALL, pool, x, rows, rows, y));
        } finally {
            Thread.interrupted();
        }
    }

    private static ColumnSums columns(Taps taps) {
        return ColumnSums.of(TapTable.of(taps), 100);
    }

    private void compare(String what, Tensor x, Taps rows, Taps columns) {
        Shape out = x.shape().withSize(rows.outSize(), columns.outSize());
        Tensor expected = Tensor.zeros(out);
        Tensor bound = Tensor.zeros(out);
        Tensor actual = Agreement.unwritten(out);
        ScalarBackend.INSTANCE.applyTaps(x, rows, columns, expected);
        ScalarBackend.INSTANCE.applyTaps(Agreement.absolute(x), absolute(rows), absolute(columns), bound);
        FastTaps.apply(Agreement.ALL, pool, x, rows, columns, actual);
        double terms = (double) TapTable.of(rows).most() * TapTable.of(columns).most();
        Agreement.assertSums(what + ": " + x.shape() + " to " + out, expected, actual, bound, terms);
    }

    private static Taps absolute(Taps taps) {
        double[] weight = taps.weight().clone();
        for (int t = 0; t < weight.length; t++) weight[t] = Math.abs(weight[t]);
        return new Taps(taps.inSize(), taps.first(), taps.cell(), weight);
    }

    /// Returns a table of any kind: interpolation up or down, zero insertion, a filter, random numbers, or the transpose of one of these.
    private static Taps table(SplittableRandom random, int in) {
        int out = random.nextBoolean() ? in * random.nextInt(1, 5) : random.nextInt(1, 3 * in + 1);
        Grid grid = Grid.ofSize(in, out);
        Grid corners = grid.withAlignment(Alignment.CORNERS);
        Taps taps = switch (random.nextInt(12)) {
            case 0 -> Taps.nearest(grid);
            case 1 -> Taps.nearestExact(grid);
            case 2 -> Taps.linear(grid);
            case 3 -> Taps.linear(corners);
            case 4 -> Taps.cubic(grid, -0.75);
            case 5 -> Taps.cubic(corners, -0.5);
            case 6 -> Taps.area(in, out);
            case 7 -> Taps.linearAntialias(grid);
            case 8 -> Taps.cubicAntialias(grid, -0.5);
            case 9 -> Taps.zeroInsertion(in, random.nextInt(1, 4), 3 * in + random.nextInt(3));
            case 10 -> filter(random, in);
            default -> Taps.of(sparse(random, in, Math.min(out, 60)));
        };
        return random.nextInt(3) == 0 ? taps.transpose() : taps;
    }

    private static Taps filter(SplittableRandom random, int in) {
        double[] weight = new double[random.nextInt(1, 8)];
        for (int t = 0; t < weight.length; t++) weight[t] = random.nextDouble(-1, 1);
        int stride = random.nextInt(1, 4);
        Border border = Border.values()[random.nextInt(Border.values().length)];
        int before = Math.min(random.nextInt(weight.length), in - 1);
        return Taps.filter(in, Math.max(1, in / stride), stride, before, border, weight);
    }

    private static double[][] sparse(SplittableRandom random, int in, int out) {
        double[][] matrix = new double[out][in];
        double density = random.nextDouble(0, 0.3);
        for (double[] row : matrix) {
            for (int i = 0; i < in; i++) row[i] = random.nextDouble() < density ? random.nextDouble(-1, 1) : 0;
        }
        return matrix;
    }
}
