package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelMapTest {
    private static final double[][] X = {{0, 8, 2}, {7, 3, 5}};
    private static final int MARGIN = Tile.MARGIN * Sheet.SCALE;

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 9, 17})
    void everyValueIsOneSquareOfOneColour(int cell) {
        BufferedImage image = PixelMap.of("", Ink.INPUT, X).cell(cell).image();
        int side = cell * Sheet.SCALE;
        int line = cell < 6 ? 0 : Sheet.SCALE;
        int frame = cell < 12 ? 0 : 1;
        for (int r = 0; r < 2; r++) for (int c = 0; c < 3; c++) {
            Color wanted = Ramp.INPUT.at(X[r][c] / 8);
            for (int y = frame; y < side - line - frame; y++) for (int x = frame; x < side - line - frame; x++) {
                assertEquals(wanted, at(image, MARGIN + c * side + x, MARGIN + r * side + y), "cell " + r + ", " + c + " at " + x + ", " + y);
            }
        }
    }

    @Test
    void aMapWithoutLettersHasNoOtherColours() {
        Set<Integer> colours = new HashSet<>();
        BufferedImage image = PixelMap.of("", Ink.INPUT, X).cell(4).image();
        for (int y = 0; y < image.getHeight(); y++) for (int x = 0; x < image.getWidth(); x++) colours.add(image.getRGB(x, y));
        assertEquals(6 + 1, colours.size(), "six values and paper: nothing is smoothed");
    }

    @Test
    void anEmptyPlaceIsNotAZero() {
        BufferedImage image = PixelMap.of("", Ink.INPUT, new double[][] {{Double.NaN, 0, 1}}).cell(10).image();
        assertEquals(Ink.EMPTY, at(image, MARGIN + 5, MARGIN + 5));
        assertEquals(Ramp.INPUT.at(0), at(image, MARGIN + 25, MARGIN + 5));
    }

    @Test
    void oneNegativeValueTurnsToTheSignedRamp() {
        BufferedImage image = PixelMap.of("", Ink.INPUT, new double[][] {{-2, 0, 1}}).cell(10).image();
        assertEquals(Ramp.SIGNED.at(0), at(image, MARGIN + 5, MARGIN + 5));
        assertEquals(Ramp.SIGNED.at(0.5), at(image, MARGIN + 25, MARGIN + 5));
        assertEquals(Ramp.SIGNED.at(0.75), at(image, MARGIN + 45, MARGIN + 5));
    }

    @Test
    void aRingIsDrawnAroundItsWindow() {
        BufferedImage image = PixelMap.of("", Ink.INPUT, X).cell(10).ring(0, 1, 2, 1, Ink.ACCENT).image();
        assertEquals(Ink.ACCENT.deep, at(image, MARGIN + 20 - 2, MARGIN + 20));
        assertEquals(Ink.ACCENT.deep, at(image, MARGIN + 20 + 18 + 2, MARGIN + 20));
        assertEquals(Ink.ACCENT.deep, at(image, MARGIN + 30, MARGIN - 2));
    }

    @Test
    void blocksLieSixPixelsFurtherApart() {
        assertEquals(6, PixelMap.of("", Ink.KERNEL, new double[2][8]).blocks(2, 4).width() - PixelMap.of("", Ink.KERNEL, new double[2][8]).width());
    }

    @Test
    void numbersNeverLeaveTheirCells() {
        double[][] values = {{-1234.5, .0001234, 99999}, {1e9, -1.5e-7, 1 / 3.0}};
        for (int cell = 18; cell <= 60; cell++) {
            BufferedImage with = PixelMap.of("", Ink.PLAIN, values).cell(cell).image();
            BufferedImage without = PixelMap.of("", Ink.PLAIN, values).cell(cell).noNumbers().image();
            for (int c = 0; c <= 3; c++) for (int y = 0; y < with.getHeight(); y++) for (int side : new int[] {-1, 0, 1}) {
                int x = MARGIN + c * cell * Sheet.SCALE + side;
                assertEquals(without.getRGB(x, y), with.getRGB(x, y), "cell size " + cell + ": a number touches the side of column " + c);
            }
        }
    }

    @Test
    void numbersAreWrittenFromEighteenPixelsOn() {
        int[][] inked = new int[2][];
        for (int i = 0; i < 2; i++) inked[i] = pixels(PixelMap.of("", Ink.INPUT, X).cell(17 + i));
        int[] without = pixels(PixelMap.of("", Ink.INPUT, X).cell(18).noNumbers());
        assertTrue(java.util.Arrays.equals(inked[0], pixels(PixelMap.of("", Ink.INPUT, X).cell(17).noNumbers())));
        assertTrue(!java.util.Arrays.equals(inked[1], without));
    }

    private static int[] pixels(Tile tile) {
        BufferedImage image = tile.image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void aMapDoesNotChange() {
        double[][] values = {{1, 2}};
        PixelMap map = PixelMap.of("input", Ink.INPUT, values);
        String before = Hashes.of(map);
        map.cell(20).ring(0, 0, 1, 1, Ink.ACCENT);
        values[0][0] = 9;
        assertEquals(before, Hashes.of(map));
        assertNotEquals(before, Hashes.of(map.cell(20)));
    }

    @Test
    void rowAndColumnNumbersKeepTheirDistance() {
        CellGrid grid = CellGrid.of(9);
        assertEquals(1, CellGrid.of(34).axisStep(16));
        assertEquals(5, grid.axisStep(24));
        assertEquals(50, CellGrid.of(1).axisStep(600));
    }

    @Test
    void rejectsWhatCannotBeDrawn() {
        assertMessage("PixelMap: 'x' has no values; at least one row of one value is needed", () -> PixelMap.of("x", Ink.INPUT, new double[0][]));
        assertMessage("PixelMap: row 1 of 'x' has 1 values, but row 0 has 2; all rows need the same length",
            () -> PixelMap.of("x", Ink.INPUT, new double[][] {{1, 2}, {3}}));
        assertMessage("PixelMap: ring 2×2 at (1, 0) does not lie inside the 2×3 map 'x'",
            () -> PixelMap.of("x", Ink.INPUT, X).ring(1, 0, 2, 2, Ink.ACCENT));
        assertMessage("PixelMap: cell must be >= 1 px, but was 0", () -> PixelMap.of("x", Ink.INPUT, X).cell(0));
        assertMessage("Scale: min must be < max, but they were 1.0 and 1.0", () -> new Scale(1, 1, false));
    }

    private static void assertMessage(String message, Runnable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
    }
}
