package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    @Test
    void halfPixelsDivideTheAxisAnew() {
        Grid grid = Grid.ofSize(4, 8);
        assertEquals(0.5, grid.ratio());
        assertEquals(-0.25, grid.source(0));
        assertEquals(3.25, grid.source(7));
        assertEquals(1.5, Grid.ofSize(4, 1).source(0));
    }

    @Test
    void cornersMeetAtBothEnds() {
        Grid grid = Grid.ofSize(4, 8).withAlignment(Alignment.CORNERS);
        assertEquals(3 / 7.0, grid.ratio());
        assertEquals(0, grid.source(0));
        assertEquals(3, grid.source(7), 1e-15);
        assertEquals(0, Grid.ofSize(4, 1).withAlignment(Alignment.CORNERS).source(0));
    }

    /// The centre of the picture stays where it is, whatever the alignment.
    @Test
    void theMiddleStaysInTheMiddle() {
        for (Alignment alignment : Alignment.values()) {
            for (int in = 1; in <= 9; in++) {
                for (int out = 2; out <= 9; out++) {
                    Grid grid = Grid.ofSize(in, out).withAlignment(alignment);
                    assertEquals(in - 1, grid.source(0) + grid.source(out - 1), 1e-14, grid.toString());
                }
            }
        }
    }

    /// PyTorch without `recompute_scale_factor`: 5 * 1.5 = 7.5, so 7 outputs at a distance of 1/1.5 and not 5/7.
    @Test
    void aGivenScaleIsTheRatioOfHalfPixels() {
        Grid grid = Grid.ofScale(5, 1.5);
        assertEquals(7, grid.out());
        assertEquals(1 / 1.5, grid.ratio());
        assertEquals(4 / 6.0, grid.withAlignment(Alignment.CORNERS).ratio(), "corners never look at the scale");
    }

    @Test
    void linearReadsNoCellBeforeTheFirst() {
        assertEquals(0, Grid.ofSize(4, 8).linearSource(0));
        assertEquals(0.25, Grid.ofSize(4, 8).linearSource(1));
        assertEquals(4, Grid.ofScale(5, 1.1).linearSource(4), "5 cells stay 5, and PyTorch copies them");
        assertEquals(4.5 / 1.1 - 0.5, Grid.ofScale(5, 1.1).source(4));
    }

    @ParameterizedTest
    @CsvSource({"5, 1.5, 7", "3, 0.34, 1", "10, 0.3, 3", "7, 2.3, 16", "1, 1, 1", "100, 1.1, 110", "3, 1.1, 3"})
    void aScaleGivesTheFloorOfTheProduct(int in, double scale, int out) {
        assertEquals(out, Grid.ofScale(in, scale).out());
    }

    /// 49 * (1.0/49) is less than 1 in double, so the scale in the message is searched, not divided.
    @Test
    void theScaleInTheMessageFits() {
        for (int in = 1; in <= 1000; in++) {
            int cells = in;
            String message = rejection(() -> Grid.ofScale(cells, 1e-4));
            double scale = Double.parseDouble(message.replaceAll(".* >= | would fit", ""));
            assertEquals(1, Grid.ofScale(in, scale).out(), message);
        }
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsSizesAndScalesThatLeaveNothing() {
        assertEquals("Grid: in must be >= 1, but was 0", rejection(() -> Grid.ofSize(0, 3)));
        assertEquals("Grid: out must be >= 1, but was 0", rejection(() -> Grid.ofSize(3, 0)));
        assertEquals("Grid: input size must be >= 1, but was 0", rejection(() -> Grid.ofScale(0, 2)));
        assertEquals("Grid: scale must be finite and > 0.0, but was NaN", rejection(() -> Grid.ofScale(3, Double.NaN)));
        assertEquals("Grid: scale must be finite and > 0.0, but was -1.0", rejection(() -> new Grid(3, 3, Alignment.HALF_PIXEL, -1)));
        assertEquals("Grid: output size would be 0 = floor(3 * 0.3); a scale >= 0.3333333333333333 would fit", rejection(() -> Grid.ofScale(3, 0.3)));
        assertEquals("Grid: output size 1000000 * 10000.0 does not fit an int",
                assertThrows(ArithmeticException.class, () -> Grid.ofScale(1_000_000, 1e4)).getMessage());
    }
}
