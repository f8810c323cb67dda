package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.data.Noise;
import upsampling.metric.ReceptiveField.Cells;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 6.11, caveat K9, tasks 10.1 and 10.3.
class DependenceTest {
    private static final Window K4 = Window.of(4).withStride(2).withPadding(1);

    private static Dependence generator(Window window, int outputPadding) {
        Dependence stack = Dependence.ofInput(4);
        for (int stage = 0; stage < 4; stage++) stack = stack.thenTransposed(window, outputPadding);
        return stack;
    }

    @Test
    void theGeneratorOfTheTask() {
        Dependence generator = generator(K4, 0);
        assertArrayEquals(new int[] {4, 8, 16, 32, 64}, generator.sizes());
        assertEquals(new Cells(0, 0), generator.inputCells(0));
        assertEquals(new Cells(0, 2), generator.inputCells(20));
        assertEquals(new Cells(1, 2), generator.inputCells(31));
        assertEquals(new Cells(3, 3), generator.inputCells(63));
        assertEquals(new Cells(3, 4), Dependence.ofInput(8).thenTransposed(K4).inputCells(7));
        assertEquals(new Cells(2, 3), Dependence.ofInput(4).thenTransposed(Window.of(3).withStride(2).withPadding(1)).inputCells(5));
    }

    private static int[] widths(Dependence stack) {
        int[] counts = new int[5];
        for (int out = 0; out < stack.size(); out++) counts[(int) stack.inputCells(out).size()]++;
        return counts;
    }

    /// K9: 2 columns see one cell of the sketch, 34 two, 28 three; (28/64)^2 = 19 % of the pixels see 3 x 3.
    @Test
    void noPixelSeesTheWholeSketch() {
        assertArrayEquals(new int[] {0, 2, 34, 28, 0}, widths(generator(K4, 0)));
        assertArrayEquals(new int[] {4, 8, 16, 32, 64}, generator(Window.of(5).withStride(2).withPadding(2), 1).sizes());
        assertEquals(13, widths(generator(Window.of(5).withStride(2).withPadding(2), 1))[4]);
        assertEquals(28, widths(generator(Window.of(6).withStride(2).withPadding(2), 0))[4]);
        Dependence wider = Dependence.ofInput(4);
        for (int stage = 0; stage < 4; stage++) wider = wider.thenTransposed(K4).thenConv(Window.of(3).withPadding(1));
        assertTrue(widths(wider)[4] > 0, "3 x 3 convolutions in between widen the field");
    }

    /// Follows every tap of every layer back, dropping cells that do not exist.
    @Test
    void intervalsAreTracedCells() {
        RandomGenerator random = Noise.generator(4);
        int checked = 0;
        for (int trial = 0; trial < 300; trial++) {
            Dependence stack = Dependence.ofInput(random.nextInt(3, 9));
            for (int l = random.nextInt(1, 4); l > 0; l--) {
                int stride = random.nextInt(1, 4);
                Window window = new Window(random.nextInt(stride, 6), stride, random.nextInt(0, 2), 1); // kernel >= stride: no gaps
                boolean isConv = random.nextBoolean() && window.kernel() <= stack.size();
                if (!isConv && window.transposedSpan(stack.size()) < 1) continue;
                stack = isConv ? stack.thenConv(window) : stack.thenTransposed(window, random.nextInt(stride));
            }
            for (int out = 0; out < stack.size(); out++) {
                TreeSet<Integer> seen = traced(stack, out);
                Cells cells = stack.inputCells(out);
                if (seen.isEmpty()) {
                    assertTrue(cells.size() <= 0, stack + ", output " + out + ": " + cells);
                } else {
                    assertEquals(new Cells(seen.first(), seen.last()), cells, stack + ", output " + out);
                    checked++;
                }
            }
        }
        assertTrue(checked > 2000, "checked " + checked);
    }

    private static TreeSet<Integer> traced(Dependence stack, int out) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(out));
        for (int l = stack.layers().size() - 1; l >= 0; l--) {
            Dependence.Layer layer = stack.layers().get(l);
            TreeSet<Integer> before = new TreeSet<>();
            for (int cell : cells) {
                for (int i = 0; i < stack.sizes()[l]; i++) {
                    for (int t = 0; t < layer.window().kernel(); t++) {
                        boolean meets = layer.isTransposed() ? layer.window().cell(i, t) == cell : layer.window().cell(cell, t) == i;
                        if (meets) before.add(i);
                    }
                }
            }
            cells = before;
        }
        return cells;
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsLayersThatDoNotFit() {
        assertEquals("Dependence: in must be >= 1, but was 0", message(() -> Dependence.ofInput(0)));
        assertEquals("Dependence: output cell must be in 0..3, but was 4", message(() -> Dependence.ofInput(4).inputCells(4)));
        assertEquals("Dependence.thenTransposed: output padding of the size must be in 0..1 (less than max(stride=2, dilation=1)), but was 2",
                message(() -> Dependence.ofInput(4).thenTransposed(K4, 2)));
        assertTrue(message(() -> Dependence.ofInput(2).thenConv(Window.of(5))).startsWith("Dependence.thenConv: output size would be -2"));
        assertTrue(message(() -> Dependence.ofInput(1).thenTransposed(Window.of(1).withPadding(1)))
                .startsWith("Dependence.thenTransposed: output size would be -1"));
        assertEquals("Dependence.thenTransposed: output size would be 0 = 2*(1-1) - 2*1 + 1*(1-1) + 1 + 1 "
                + "(in=1, stride=2, padding=1, dilation=1, kernel=1, outputPadding=1); padding <= 0 would fit",
                message(() -> Dependence.ofInput(1).thenTransposed(Window.of(1).withStride(2).withPadding(1), 1)));
        assertEquals("Dependence.thenTransposed: output size must be at most 2147483647, but would be 4294967297 = 1073741824*(5-1) - 2*0 + 1*(1-1) + 1",
                assertThrows(ArithmeticException.class, () -> Dependence.ofInput(5).thenTransposed(Window.of(1).withStride(1 << 30))).getMessage());
    }
}
