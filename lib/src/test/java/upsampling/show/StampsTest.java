package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import upsampling.op.AvgPool2d;
import upsampling.tensor.Shape;

class StampsTest {
    private static final double[][] MATRIX = {{2, 0}, {1, 0}, {0, 2}, {0, 1}};

    /// Returns the colour at the top left of a cell of the staircase.
    private static Color cell(Tile stamps, int input, int output) {
        BufferedImage image = stamps.image();
        int x = Tile.MARGIN + 52 + 34 * output + 2;
        int y = Tile.MARGIN + 20 + 26 * input + 2;
        return new Color(image.getRGB(x * Sheet.SCALE, y * Sheet.SCALE));
    }

    @Test
    void everyInputHasItsStampWhereItLands() {
        Stamps stamps = Stamps.of(MatrixOperator.row(MATRIX));
        for (int o = 0; o < 4; o++) {
            for (int i = 0; i < 2; i++) {
                assertEquals(MATRIX[o][i] == 0 ? Ink.PAPER : Ramp.KERNEL.at(MATRIX[o][i] / 2), cell(stamps, i, o), "input " + i + ", output " + o);
            }
        }
    }

    @Test
    void thePickedOutputStandsOut() {
        Stamps stamps = Stamps.of(MatrixOperator.row(MATRIX)).pick(2);
        assertEquals(Ramp.KERNEL.at(1), cell(stamps, 1, 2));
        assertEquals(Ink.KERNEL.tint, cell(stamps, 0, 0));
    }

    @Test
    void weightsAndPickAreInTheHash() {
        String hash = Hashes.of(Stamps.of(MatrixOperator.row(MATRIX)));
        assertEquals(hash, Hashes.of(Stamps.of(MatrixOperator.row(MATRIX))));
        assertNotEquals(hash, Hashes.of(Stamps.of(MatrixOperator.row(MATRIX)).pick(0)));
        assertNotEquals(hash, Hashes.of(Stamps.of(MatrixOperator.row(new double[][] {{2, 0}, {1, 0}, {0, 2}, {1, 0}}))));
    }

    @Test
    void rejectsImagesAndWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Stamps.of(AvgPool2d.of(2).on(Shape.plane(4, 4))));
        assertEquals("Stamps: at most 40 outputs fit side by side, but there are 41",
            assertThrows(IllegalArgumentException.class, () -> Stamps.of(MatrixOperator.row(new double[41][1]))).getMessage());
        Stamps.of(MatrixOperator.row(new double[40][1])).image();
        assertEquals("Stamps: there are outputs 0 to 3, but 4 was picked",
            assertThrows(IllegalArgumentException.class, () -> Stamps.of(MatrixOperator.row(MATRIX)).pick(4)).getMessage());
    }
}
