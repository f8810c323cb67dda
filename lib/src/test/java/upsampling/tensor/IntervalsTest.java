package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static String rejection(int[] begin, int[] end, int[] divisor) {
        return assertThrows(IllegalArgumentException.class, () -> new Intervals(begin, end, divisor)).getMessage();
    }

    @Test
    void adaptiveIntervalsMeetAndMayOverlap() {
        Intervals shrunk = Intervals.adaptive(5, 3);
        assertArrayEquals(new int[] {0, 1, 3}, shrunk.begin());
        assertArrayEquals(new int[] {2, 4, 5}, shrunk.end());
        assertArrayEquals(new int[] {2, 3, 2}, shrunk.divisor());
        Intervals enlarged = Intervals.adaptive(2, 3);
        assertArrayEquals(new int[] {0, 0, 1}, enlarged.begin());
        assertArrayEquals(new int[] {1, 2, 2}, enlarged.end());
        assertEquals(49_999, Intervals.adaptive(50_000, 50_001).begin()[50_000], "the product of both sizes does not fit an int");
    }

    @Test
    void rejectsSizesBelowOne() {
        assertEquals("Intervals.adaptive: in must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Intervals.adaptive(0, 3)).getMessage());
        assertEquals("Intervals.adaptive: out must be >= 1, but was -1",
                assertThrows(IllegalArgumentException.class, () -> Intervals.adaptive(3, -1)).getMessage());
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
