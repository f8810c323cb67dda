package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    /// Counts the positions one by one. In ceil mode the window may stick out of the padded input by less than a stride, but it must start
    /// before the end of the input.
    private static int countedPositions(int in, Window window, boolean ceilMode) {
        int padded = in + 2 * window.padding();
        int count = 0;
        for (int start = 0; start <= padded; start += window.stride()) {
            int sticksOut = start + window.effectiveKernel() - padded;
            boolean fits = ceilMode ? sticksOut < window.stride() && start < in + window.padding() : sticksOut <= 0;
            if (fits) count++;
        }
        return count;
    }

    @Test
    void outputSizeEqualsCountedPositions() {
        int rejected = 0;
        for (int in = 1; in <= 40; in++) {
            for (int k = 1; k <= 7; k++) {
                for (int s = 1; s <= 5; s++) {
                    for (int p = 0; p <= 3; p++) {
                        for (int d = 1; d <= 3; d++) {
                            rejected += compare(in, new Window(k, s, p, d), false);
                            // Only pooling has a ceil mode, and its padding is at most half the kernel.
                            if (p <= k / 2) rejected += compare(in, new Window(k, s, p, d), true);
                        }
                    }
                }
            }
        }
        assertTrue(rejected > 1000, "the grid must also hold windows that do not fit, but had " + rejected);
    }

    private static int compare(int in, Window window, boolean ceilMode) {
        int counted = countedPositions(in, window, ceilMode);
        String what = "in=" + in + " " + window + " ceil " + ceilMode;
        if (counted > 0) {
            assertEquals(counted, window.outputSize(in, ceilMode), what);
            return 0;
        }
        assertThrows(IllegalArgumentException.class, () -> window.outputSize(in, ceilMode), what);
        return 1;
    }

    /// The numbers of the curriculum, task 1.1 and section 4.1.
    @ParameterizedTest
    @CsvSource({
        "4, 2, 2, 0, 1, false, 2", "7, 3, 1, 0, 2, false, 3", "12, 3, 2, 1, 1, false, 6", "4, 3, 2, 0, 1, true, 2", "2, 1, 2, 0, 1, true, 1",
        "4, 2, 3, 1, 1, true, 2", "6, 3, 2, 1, 1, true, 4"})
    void hasTheSizesOfTheCurriculum(int in, int kernel, int stride, int padding, int dilation, boolean ceilMode, int expected) {
        assertEquals(expected, new Window(kernel, stride, padding, dilation).outputSize(in, ceilMode));
    }

    /// The smallest axis on which as many positions are counted, for every window of a small grid.
    @Test
    void transposedSizeIsTheSmallestAxisWithThatManyPositions() {
        int rejected = 0;
        for (int positions = 1; positions <= 6; positions++) {
            for (int k = 1; k <= 5; k++) {
                for (int s = 1; s <= 4; s++) {
                    for (int p = 0; p <= 4; p++) {
                        for (int d = 1; d <= 3; d++) {
                            Window window = new Window(k, s, p, d);
                            int least = 1;
                            while (countedPositions(least, window, false) < positions) least++;
                            boolean isReached = countedPositions(least, window, false) == positions;
                            String what = window + ", " + positions + " positions";
                            if (isReached && (least > 1 || s * (positions - 1) - 2 * p + d * (k - 1) + 1 == 1)) {
                                assertEquals(least, window.transposedOutputSize(positions), what);
                            } else if (!isReached) { // already one cell has more positions: the formula falls below 1
                                int n = positions;
                                assertThrows(IllegalArgumentException.class, () -> window.transposedOutputSize(n), what);
                                rejected++;
                            }
                        }
                    }
                }
            }
        }
        assertTrue(rejected > 100, "the grid must also hold sizes below 1, but had " + rejected);
    }

    @Test
    void transposedSizeHasTheNumbersOfTheCurriculum() {
        assertEquals(5, Window.of(3).withStride(2).withPadding(1).transposedOutputSize(3));
        assertEquals(8, Window.of(4).withStride(2).withPadding(1).transposedOutputSize(4));
        assertEquals(11, Window.of(3).withStride(2).withPadding(1).transposedOutputSize(6));
        assertEquals("Window: output size would be -1 = 2*(1-1) - 2*2 + 1*(3-1) + 1 (in=1, stride=2, padding=2, dilation=1, kernel=3); "
                + "padding <= 1 would fit", messageOf(() -> Window.of(3).withStride(2).withPadding(2).transposedOutputSize(1)));
        assertEquals("Window: input size must be >= 1, but was 0", messageOf(() -> Window.of(3).transposedOutputSize(0)));
        assertThrows(ArithmeticException.class, () -> Window.of(3).withStride(2).transposedOutputSize(Integer.MAX_VALUE));
    }

    @Test
    void tapsInsideAreThoseWhoseCellsAreInside() {
        for (int in = 1; in <= 9; in++) {
            for (int k = 1; k <= 5; k++) {
                for (int s = 1; s <= 4; s++) {
                    for (int p = 0; p <= 4; p++) {
                        for (int d = 1; d <= 4; d++) {
                            Window window = new Window(k, s, p, d);
                            for (int out = 0; out <= in; out++) compareTaps(window, in, out);
                        }
                    }
                }
            }
        }
    }

    private static void compareTaps(Window window, int in, int out) {
        for (int tap = 0; tap < window.kernel(); tap++) {
            int cell = out * window.stride() - window.padding() + tap * window.dilation();
            boolean isInside = cell >= 0 && cell < in;
            String what = window + " on " + in + " cells, position " + out + ", tap " + tap;
            assertEquals(cell, window.cell(out, tap), what);
            assertEquals(isInside, tap >= window.firstTap(out) && tap < window.endTap(out, in), what);
        }
    }

    @Test
    void messageHasTheFormulaWithItsNumbersAndARepair() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> Window.of(3).withDilation(2).outputSize("Conv2d", "height", 3, false));
        assertEquals("Conv2d: output height would be -1 = floor((3 + 2*0 - 2*(3-1) - 1) / 1) + 1 "
                + "(in=3, padding=0, dilation=2, kernel=3, stride=1); padding >= 1 or in >= 5 would fit", thrown.getMessage());
        thrown = assertThrows(IllegalArgumentException.class, () -> Window.of(6).withStride(2).outputSize(3, true));
        assertEquals("Window: output size would be 0 = floor((3 + 2*0 - 1*(6-1) - 1 + 2-1) / 2) + 1 "
                + "(in=3, padding=0, dilation=1, kernel=6, stride=2, ceil mode); padding >= 1 or in >= 5 would fit", thrown.getMessage());
    }

    /// What the message advises must be enough, and less must not be.
    @Test
    void theRepairInTheMessageIsTheSmallestThatWorks() {
        for (int in = 1; in <= 6; in++) {
            for (int k = 1; k <= 9; k++) {
                for (int s = 1; s <= 4; s++) {
                    checkRepair(in, Window.of(k).withStride(s), false);
                    checkRepair(in, Window.of(k).withStride(s).withDilation(2).withPadding(1), true);
                }
            }
        }
    }

    private static void checkRepair(int in, Window window, boolean ceilMode) {
        if (countedPositions(in, window, ceilMode) > 0) return;
        String message = assertThrows(IllegalArgumentException.class, () -> window.outputSize(in, ceilMode)).getMessage();
        String[] words = message.substring(message.indexOf("; padding >= ")).split(" ");
        int padding = Integer.parseInt(words[3]);
        int size = Integer.parseInt(words[7]);
        assertTrue(window.withPadding(padding).outputSize(in, ceilMode) >= 1, message);
        assertThrows(IllegalArgumentException.class, () -> window.withPadding(padding - 1).outputSize(in, ceilMode), message);
        assertEquals(1, window.outputSize(size, ceilMode), message);
        assertThrows(IllegalArgumentException.class, () -> window.outputSize(size - 1, ceilMode), message);
    }

    @Test
    void rejectsParametersOutOfRange() {
        assertEquals("Window: kernel must be >= 1, but was 0", messageOf(() -> Window.of(0)));
        assertEquals("Window: stride must be >= 1, but was 0", messageOf(() -> Window.of(3).withStride(0)));
        assertEquals("Window: padding must be >= 0, but was -1", messageOf(() -> Window.of(3).withPadding(-1)));
        assertEquals("Window: dilation must be >= 1, but was 0", messageOf(() -> Window.of(3).withDilation(0)));
        assertEquals("Window: input size must be >= 1, but was 0", messageOf(() -> Window.of(1).outputSize(0)));
    }

    private static String messageOf(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void computesWithHugeNumbersWithoutOverflow() {
        int huge = Integer.MAX_VALUE;
        assertEquals(huge, Window.of(1).outputSize(huge));
        assertEquals(1, Window.of(huge).outputSize(huge));
        assertEquals(2, Window.of(3).withStride(huge).withPadding(huge / 2).outputSize(huge, false));
        assertEquals(huge, Window.of(1).withDilation(huge).effectiveKernel() + huge - 1);
        assertThrows(ArithmeticException.class, () -> Window.of(3).withDilation(huge));
        assertThrows(ArithmeticException.class, () -> Window.of(1).withPadding(huge).outputSize(huge));
    }

    @Test
    void sizesThatNoIntHoldsAreNamedWithTheirFormula() {
        assertEquals("Conv2d: output height must be at most 2147483647, but would be 4294967297 = floor((5 + 2*2147483647 - 1*(3-1) - 1) / 1) + 1",
                tooLarge(() -> Window.of(3).withPadding(Integer.MAX_VALUE).outputSize("Conv2d", "height", 5, false)));
        assertEquals("ConvTranspose2d: output width must be at most 2147483647, but would be 2147483648 = 1073741824*(3-1) - 2*1 + 1*(2-1) + 1",
                tooLarge(() -> Window.of(2).withStride(1 << 30).withPadding(1).transposedOutputSize("ConvTranspose2d", "width", 3)));
    }

    private static String tooLarge(Runnable call) {
        return assertThrows(ArithmeticException.class, call::run).getMessage();
    }

    @Test
    void shortFormLeavesOutDefaults() {
        assertEquals("k3 s2 p1", Window.of(3).withStride(2).withPadding(1).toString());
        assertEquals("k3 s1 d2", Window.of(3).withDilation(2).toString());
    }
}
