package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;
import upsampling.tensor.Window;

/// Numbers of the curriculum: rows S3.03 and S0.09, section 6.11, task 1.5.
class ReceptiveFieldTest {
    private static final Window CONV = Window.of(3);
    private static final Window POOL = Window.of(2).withStride(2);

    @Test
    void poolingWidensTheFieldOfTheNextLayer() {
        ReceptiveField field = ReceptiveField.ofInput().then("conv", CONV).then("pool", POOL).then("conv", CONV);
        assertEquals(List.of(
                new ReceptiveField.Layer("conv", CONV, 3, 1, 1),
                new ReceptiveField.Layer("pool", POOL, 4, 2, 1.5),
                new ReceptiveField.Layer("conv", CONV, 8, 2, 3.5)), field.layers());
        assertEquals(8, field.size());
        assertEquals(2, field.jump());
        assertEquals(5, ReceptiveField.of(CONV, CONV).size(), "without the pool");
    }

    private static ReceptiveField unetEncoder() {
        ReceptiveField field = ReceptiveField.ofInput();
        for (int level = 0; level < 4; level++) field = field.then(CONV).then(CONV).then(POOL);
        return field;
    }

    @Test
    void unetBottleneckSees140Pixels() {
        ReceptiveField field = unetEncoder().then(CONV).then(CONV);
        assertEquals(140, field.size());
        assertEquals(16, field.jump());
    }

    @Test
    void dilatedBottleneckSees556PixelsWithoutMoreJump() {
        ReceptiveField field = unetEncoder();
        for (int dilation : new int[] {1, 2, 4, 8}) field = field.then(CONV.withDilation(dilation));
        assertEquals(556, field.size());
        assertEquals(16, field.jump());
    }

    @Test
    void inputItselfIsOneCell() {
        ReceptiveField field = ReceptiveField.ofInput();
        assertEquals(1, field.size());
        assertEquals(1, field.jump());
        assertEquals(0, field.centre());
        assertEquals(new ReceptiveField.Cells(5, 5), field.inputCells(5));
    }

    /// Follows every tap of every layer back to the input and compares the outermost cells that are met.
    @Test
    void sizeJumpAndCentreEqualTracedCells() {
        RandomGenerator random = Noise.generator(1);
        for (int trial = 0; trial < 200; trial++) {
            Window[] layers = new Window[random.nextInt(1, 5)];
            for (int l = 0; l < layers.length; l++) {
                layers[l] = new Window(random.nextInt(1, 6), random.nextInt(1, 4), random.nextInt(0, 3), random.nextInt(1, 4));
            }
            ReceptiveField field = ReceptiveField.of(layers);
            for (int out = 0; out < 3; out++) {
                TreeSet<Integer> seen = traced(layers, out);
                String what = List.of(layers) + ", output cell " + out;
                assertEquals(new ReceptiveField.Cells(seen.first(), seen.last()), field.inputCells(out), what);
                assertEquals(field.size(), field.inputCells(out).size(), what);
                assertEquals(field.centre() + out * field.jump(), (seen.first() + seen.last()) / 2.0, what);
            }
        }
    }

    private static TreeSet<Integer> traced(Window[] layers, int out) {
        Set<Integer> cells = Set.of(out);
        for (int l = layers.length - 1; l >= 0; l--) {
            Set<Integer> before = new TreeSet<>();
            for (int cell : cells) {
                for (int tap = 0; tap < layers[l].kernel(); tap++) before.add(layers[l].cell(cell, tap));
            }
            cells = before;
        }
        return new TreeSet<>(cells);
    }

    @Test
    void namesAreTheWindowsIfNoneAreGiven() {
        assertEquals("k2 s2", ReceptiveField.of(POOL).layers().getFirst().name());
    }

    @Test
    void overflowIsAnErrorAndNotANumber() {
        ReceptiveField field = ReceptiveField.ofInput();
        for (int l = 0; l < 62; l++) field = field.then(POOL);
        assertEquals(1L << 62, field.jump());
        ReceptiveField deepest = field;
        assertThrows(ArithmeticException.class, () -> deepest.then(POOL));
    }

    @Test
    void rejectsNegativeOutputCells() {
        assertEquals("ReceptiveField: output cell must be >= 0, but was -1",
                assertThrows(IllegalArgumentException.class, () -> ReceptiveField.of(CONV).inputCells(-1)).getMessage());
    }
}
