package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import upsampling.op.AvgPool2d;
import upsampling.tensor.Shape;

class MapsTest {
    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB((Tile.MARGIN + x) * Sheet.SCALE, (Tile.MARGIN + y) * Sheet.SCALE));
    }

    @Test
    void equalValuesLookEqualInARow() {
        PixelMap one = PixelMap.of("", Ink.INPUT, new double[][] {{2, 0}}).cell(10);
        PixelMap two = PixelMap.of("", Ink.INPUT, new double[][] {{8, 2}}).cell(10);
        BufferedImage image = Maps.row(one, two).image();
        assertEquals(Ramp.INPUT.at(.25), at(image, 5, 5));
        assertEquals(Ramp.INPUT.at(.25), at(image, 20 + 18 + 15, 5));
    }

    @Test
    void mapsThatDoNotFitGoIntoTheNextRow() {
        PixelMap map = Maps.image("", new double[10][10], 200);
        assertEquals(200, map.width());
        assertEquals(2 * 200 + 18, Maps.row(map, map, map).width());
        assertEquals(2 * 200 + 12, Maps.row(map, map, map).height());
    }

    @Test
    void imagesHaveNoGrid() {
        BufferedImage image = Maps.image("", new double[][] {{1, 1}, {1, 1}}, 40).image();
        for (int x = 0; x < 40; x++) assertEquals(Ramp.GREY.at(1), at(image, x, 19), "at " + x);
    }

    @Test
    void aDifferenceIsSignedAndItsZeroIsADot() {
        BufferedImage image = Maps.difference("", new double[][] {{1, 4, 2}}, new double[][] {{3, 2, 2}}).cell(10).noNumbers().image();
        assertEquals(Ramp.SIGNED.at(0), at(image, 5, 5));
        assertEquals(Ramp.SIGNED.at(1), at(image, 15, 5));
        assertTrue(Ink.contrast(at(image, 21, 1), Ink.PAPER) < 1.1, "a quiet zero");
        Maps.difference("", new double[][] {{1}}, new double[][] {{1}}).image();
        assertEquals("Maps.difference: 'x' is of 1×2 and 2×2; both need the same size", assertThrows(IllegalArgumentException.class,
            () -> Maps.difference("x", new double[1][2], new double[2][2])).getMessage());
    }

    @Test
    void aMatrixFitsTheFigureWhateverItsSize() {
        for (int side : new int[] {2, 4, 8, 16, 20}) {
            PixelMap map = Maps.matrix("", AvgPool2d.of(2).on(Shape.plane(side, side)));
            assertTrue(map.width() <= Shown.MOST_WIDTH, side + "×" + side + ": " + map.width() + " px");
        }
        assertThrows(IllegalArgumentException.class, () -> Maps.matrix("", AvgPool2d.of(2).on(Shape.plane(32, 32))));
    }

    @Test
    void aMatrixHasOneRowForEachOutput() {
        BufferedImage image = Maps.matrix("", AvgPool2d.of(1, 2).on(Shape.plane(1, 4))).image();
        for (int o = 0; o < 2; o++) {
            for (int i = 0; i < 4; i++) assertEquals(i / 2 == o, at(image, 20 + 34 * i + 3, 16 + 34 * o + 3).equals(Ramp.KERNEL.at(1)), o + ", " + i);
        }
    }
}
