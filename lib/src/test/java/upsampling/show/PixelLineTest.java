package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.tensor.Alignment;
import upsampling.tensor.Grid;
import upsampling.tensor.Taps;

class PixelLineTest {
    // rows of the picture below the upper frames of the inputs, and above the lower frames of the outputs
    private static final int IN_INPUT = Tile.MARGIN + 2 + 2;
    private static final int IN_CELLS = Tile.MARGIN + 2 + 30 + 16 + 27;
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

    /// Returns where boxes in a colour begin and end on a row of the picture, in CSS pixels.
    private static List<double[]> boxes(BufferedImage image, int y, Color color) {
        List<double[]> boxes = new ArrayList<>();
        int from = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            boolean inked = image.getRGB(x, y * Sheet.SCALE) == color.getRGB();
            if (inked && from < 0) from = x;
            if (!inked && from >= 0) {
                boxes.add(new double[] {from / (double) Sheet.SCALE, x / (double) Sheet.SCALE});
                from = -1;
            }
        }
        return boxes;
    }

    @Test
    void cellsWithHalfPixelsMeetTheEdgesOfTheInput() {
        BufferedImage image = PixelLine.of("input", 8).cells("output", Grid.ofSize(8, 4)).image();
        List<double[]> inputs = boxes(image, IN_INPUT, Ink.INPUT.tint);
        List<double[]> outputs = boxes(image, IN_CELLS, Ink.OUTPUT.tint);
        assertEquals(8, inputs.size());
        assertEquals(4, outputs.size());
        for (int o = 0; o < 4; o++) {
            assertEquals(inputs.get(2 * o)[0], outputs.get(o)[0], .6, "left edge of output " + o);
            assertEquals(inputs.get(2 * o + 1)[1], outputs.get(o)[1], .6, "right edge of output " + o);
        }
    }

    @Test
    void cellsBeyondTheInputAreDrawnWhole() {
        PixelLine line = PixelLine.of("input", 4).cells("output", Grid.ofSize(4, 2).withAlignment(Alignment.CORNERS));
        assertTrue(line.width() <= Shown.MOST_WIDTH, "width " + line.width());
        List<double[]> outputs = boxes(line.image(), IN_CELLS, Ink.OUTPUT.tint);
        assertEquals(2, outputs.size());
        assertEquals(outputs.get(0)[1] - outputs.get(0)[0], outputs.get(1)[1] - outputs.get(1)[0], 1.1, "neither is cut");
    }

    @Test
    void aPickedOutputFramesThePixelsThatItReads() {
        Grid grid = Grid.ofSize(4, 8);
        PixelLine line = PixelLine.of("input", 4).cells("output", grid);
        assertEquals(0, boxes(line.image(), IN_INPUT - 1, Ink.INPUT.deep).size());
        assertEquals(2, boxes(line.pick(3, Taps.linear(grid)).image(), IN_INPUT - 1, Ink.INPUT.deep).size());
        assertEquals(1, boxes(line.pick(0, Taps.linear(grid)).image(), IN_INPUT - 1, Ink.INPUT.deep).size(), "nothing lies left of the first pixel");
        assertEquals(1, boxes(line.pick(3, Taps.linear(grid)).image(), IN_CELLS + 2, Ink.OUTPUT.deep).size());
    }

    @Test
    void cellsAndThePickAreInTheHash() {
        Grid grid = Grid.ofSize(4, 8);
        PixelLine line = PixelLine.of("input", 4).cells("output", grid);
        String hash = Hashes.of(line);
        assertEquals(hash, Hashes.of(PixelLine.of("input", 4).cells("output", HALF_PIXEL, .5)));
        assertNotEquals(hash, Hashes.of(PixelLine.of("input", 4).samples("output", HALF_PIXEL)));
        assertNotEquals(hash, Hashes.of(PixelLine.of("input", 4).cells("output", HALF_PIXEL, .4)));
        assertNotEquals(hash, Hashes.of(line.pick(3, Taps.linear(grid))));
        assertNotEquals(Hashes.of(line.pick(3, Taps.nearest(grid))), Hashes.of(line.pick(3, Taps.linear(grid))));
    }

    @Test
    void rejectsCellsThatCannotBeDrawn() {
        PixelLine line = PixelLine.of("x", 2);
        Taps taps = Taps.linear(Grid.ofSize(2, 4));
        assertMessage("PixelLine: the cells of 'a' must be > 0 and <= 2 pixels wide, but are 0.0", () -> line.cells("a", new double[] {0}, 0));
        assertMessage("PixelLine: the cells of 'a' must be > 0 and <= 2 pixels wide, but are NaN", () -> line.cells("a", new double[] {0}, Double.NaN));
        assertMessage("PixelLine: there are outputs 0 to 3, but 4 was picked", () -> line.cells("a", Grid.ofSize(2, 4)).pick(4, taps));
        assertMessage("PixelLine: there are outputs 0 to 1, but 2 was picked", () -> line.cells("a", Grid.ofSize(2, 2)).pick(2, taps));
        assertMessage("PixelLine: the taps read 2 pixels, but the line has 3", () -> PixelLine.of("x", 3).pick(0, taps));
    }

    private static void assertMessage(String message, Runnable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
    }
}
