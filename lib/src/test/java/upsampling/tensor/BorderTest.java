package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BorderTest {
    private static int[] cells(Border border, int size, int from, int to) {
        int[] cells = new int[to - from];
        for (int i = 0; i < cells.length; i++) cells[i] = border.cell(from + i, size);
        return cells;
    }

    @Test
    void everyRuleGoesOnAsFarAsOneLikes() {
        assertArrayEquals(new int[] {-1, -1, 0, 1, 2, -1, -1}, cells(Border.ZERO, 3, -2, 5));
        assertArrayEquals(new int[] {0, 0, 0, 1, 2, 2, 2}, cells(Border.REPLICATE, 3, -2, 5));
        assertArrayEquals(new int[] {1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2}, cells(Border.REFLECT, 3, -5, 7));
        assertArrayEquals(new int[] {1, 2, 0, 1, 2, 0, 1, 2, 0}, cells(Border.CIRCULAR, 3, -2, 7));
        assertArrayEquals(new int[] {0, 0, 0}, cells(Border.REFLECT, 1, -1, 2));
        assertArrayEquals(new int[] {0, 0, 0}, cells(Border.CIRCULAR, 1, -1, 2));
        assertEquals(1, Border.CIRCULAR.cell((1L << 40) + 1, 2));
    }

    @Test
    void reflectAndCircularHaveALimit() {
        Border.REFLECT.check("Pad", "top", 2, "height", 3);
        Border.CIRCULAR.check("Pad", "top", 3, "height", 3);
        Border.REPLICATE.check("Pad", "top", Integer.MAX_VALUE, "height", 1);
        assertEquals("Pad: with border CIRCULAR, top must be at most 3 (height 3), but was 4; REPLICATE and ZERO have no limit",
                assertThrows(IllegalArgumentException.class, () -> Border.CIRCULAR.check("Pad", "top", 4, "height", 3)).getMessage());
    }

    @Test
    void aFilterTableAddsTheWeightsOfACellThatIsSeenTwice() {
        Taps taps = Taps.filter(3, 3, 1, 1, Border.REFLECT, 1, 2, 4);
        assertArrayEquals(new double[][] {{2, 5, 0}, {1, 2, 4}, {0, 5, 2}}, taps.matrix());
        assertEquals(7, taps.weight().length, "no cell twice");
        assertArrayEquals(new double[][] {{0, 1, 2}, {0, 0, 0}}, Taps.filter(3, 2, 3, -1, Border.ZERO, 1, 2).matrix());
        assertEquals(0, Taps.filter(2, 1, 1, 0, Border.REPLICATE, 0).weight().length, "no zeros");
    }

    @Test
    void badFiltersAreRejected() {
        assertEquals("Taps.filter: stride must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Taps.filter(1, 1, 0, 0, Border.ZERO, 1)).getMessage());
        assertEquals("Taps.filter: number of weights must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Taps.filter(1, 1, 1, 0, Border.ZERO)).getMessage());
        assertEquals("Taps.filter: weight[1] must be finite, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> Taps.filter(1, 1, 1, 0, Border.ZERO, 1, Double.NaN)).getMessage());
        assertEquals("Taps.filter: in must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Taps.filter(0, 1, 1, 0, Border.ZERO, 1)).getMessage());
        assertEquals("Taps.filter: out must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Taps.filter(1, 0, 1, 0, Border.ZERO, 1)).getMessage());
    }
}
