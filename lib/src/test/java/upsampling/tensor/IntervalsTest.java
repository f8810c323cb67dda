package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static String rejection(int[] begin, int[] end, int[] divisor) {
        return assertThrows(IllegalArgumentException.class, () -> new Intervals(begin, end, divisor)).getMessage();
    }

    @Test
    void rejectsTablesThatDoNotBelongTogether() {
        assertEquals("Intervals: length of end must be 2, but was 1", rejection(new int[] {0, 1}, new int[] {1}, new int[] {1, 1}));
        assertEquals("Intervals: length of divisor must be 1, but was 2", rejection(new int[] {0}, new int[] {1}, new int[] {1, 1}));
    }

    @Test
    void rejectsEmptyIntervalsAndZeroDivisors() {
        assertEquals("Intervals: begin[0] must be >= 0, but was -1", rejection(new int[] {-1}, new int[] {1}, new int[] {1}));
        assertEquals("Intervals: end[1] must be >= 4, but was 3", rejection(new int[] {0, 3}, new int[] {1, 3}, new int[] {1, 1}));
        assertEquals("Intervals: divisor[0] must not be 0", rejection(new int[] {0}, new int[] {1}, new int[] {0}));
        assertEquals(2, new Intervals(new int[] {0, 3}, new int[] {1, 5}, new int[] {1, -2}).size());
    }
}
