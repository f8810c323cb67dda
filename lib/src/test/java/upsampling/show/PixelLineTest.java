package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Grid;

class PixelLineTest {
    private static final double[] HALF_PIXEL = {-.25, .25, .75, 1.25, 1.75, 2.25, 2.75, 3.25};

    /// Returns the middles of the marks on the first line, in device pixels.
    private static List<Double> marks(Tile line) {
        BufferedImage image = line.image();
        int y = (Tile.MARGIN + 2 + 30 + 25 - 7) * Sheet.SCALE; // above the numbers in the marks
        List<Double> middles = new ArrayList<>();
        int from = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            boolean inked = (image.getRGB(x, y) & 0xFFFFFF) == (Ink.OUTPUT.fill.getRGB() & 0xFFFFFF);
            if (inked && from < 0) from = x;
            if (!inked && from >= 0) {
                middles.add((from + x - 1) / 2.0);
                from = -1;
            }
        }
        return middles;
    }

    @Test
    void everySampleStandsAtItsPosition() {
        List<Double> marks = marks(PixelLine.of("input", 4).samples("half-pixel", HALF_PIXEL));
        assertEquals(8, marks.size());
        double unit = (marks.get(7) - marks.get(0)) / 3.5;
        assertEquals(72 * Sheet.SCALE, unit, 2);
        for (int i = 0; i < 8; i++) assertEquals(marks.getFirst() + (HALF_PIXEL[i] + .25) * unit, marks.get(i), 1.5, "sample " + i);
    }

    @Test
    void aGridPlacesItsOwnSamples() {
        assertEquals(Hashes.of(PixelLine.of("input", 4).samples("half-pixel", HALF_PIXEL)), Hashes.of(PixelLine.of("input", 4).samples("half-pixel", Grid.ofSize(4, 8))));
        assertMessage("PixelLine: the grid 'a' has 4 input cells, but the line has 5 pixels", () -> PixelLine.of("input", 5).samples("a", Grid.ofSize(4, 8)));
    }

    @Test
    void longLinesFitAFigure() {
        double[] positions = new double[40];
        for (int i = 0; i < 40; i++) positions[i] = (i + .5) / 2 - .5;
        Tile line = PixelLine.of("input", 20).samples("half-pixel", positions);
        assertTrue(line.width() <= Shown.MOST_WIDTH, "width " + line.width());
        line.image();
    }

    @Test
    void namesAndPositionsAreInTheHash() {
        String hash = Hashes.of(PixelLine.of("input", 4).samples("half-pixel", HALF_PIXEL));
        assertNotEquals(hash, Hashes.of(PixelLine.of("input", 5).samples("half-pixel", HALF_PIXEL)));
        assertNotEquals(hash, Hashes.of(PixelLine.of("input", 4).samples("corners", HALF_PIXEL)));
        assertNotEquals(hash, Hashes.of(PixelLine.of("input", 4).samples("half-pixel", new double[] {-.25, .25, .75, 1.25, 1.75, 2.25, 2.75, 3.2})));
    }

    @Test
    void rejectsWhatIsNotOnTheLine() {
        assertMessage("PixelLine: 1 to 20 pixels fit a line, but there are 21", () -> PixelLine.of("x", 21));
        assertMessage("PixelLine: 'a' has no positions; at least one is needed", () -> PixelLine.of("x", 2).samples("a", new double[0]));
        assertMessage("PixelLine: position 2.5 of 'a' is not on the line, which goes from -1 to 2",
            () -> PixelLine.of("x", 2).samples("a", new double[] {0, 2.5}));
        assertMessage("PixelLine: position NaN of 'a' is not on the line, which goes from -1 to 2",
            () -> PixelLine.of("x", 2).samples("a", new double[] {Double.NaN}));
    }

    private static void assertMessage(String message, Runnable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
    }
}
