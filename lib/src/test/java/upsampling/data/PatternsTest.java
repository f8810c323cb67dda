package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import upsampling.tensor.Tensor;

class PatternsTest {

    @Test
    void impulseIsOneValueInZeros() {
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 8}, Patterns.impulse(2, 3, 1, 2, 8).toArray());
    }

    @Test
    void edgeRunsThroughTheMiddle() {
        assertArrayEquals(new double[][] {{0, 0, 1, 1}, {0, 0, 1, 1}}, Patterns.edge(2, 4, 0).plane(0, 0));
        assertArrayEquals(new double[][] {{0, 0}, {0.5, 0.5}, {1, 1}}, Patterns.edge(3, 2, 90).plane(0, 0));
        assertArrayEquals(new double[][] {{1, 0.5, 0}}, Patterns.edge(1, 3, 180).plane(0, 0));
    }

    @Test
    void checkerboardAlternatesAlongBothAxes() {
        assertArrayEquals(new float[] {1, -1, 1, -1, 1, -1}, Patterns.checkerboard(2, 3).toArray());
        assertArrayEquals(new float[] {1, -1, -1, 1}, Patterns.checkerboard(2, 2).toArray());
        assertEquals("Shape: h must be >= 1, but was 0", assertThrows(IllegalArgumentException.class, () -> Patterns.checkerboard(0, 3)).getMessage());
    }

    @Test
    void slantedEdgeHasBothColoursInEqualParts() {
        double sum = 0;
        Tensor edge = Patterns.edge(9, 7, 30);
        for (float v : edge.data()) sum += v;
        assertEquals(9 * 7 / 2.0, sum, 1e-5);
    }

    @Test
    void discCoversItsAreaAroundItsCentre() {
        double sum = 0;
        double momentH = 0;
        double momentW = 0;
        Tensor disc = Patterns.disc(24, 30, 11.3, 14.6, 7.5);
        for (int h = 0; h < 24; h++) {
            for (int w = 0; w < 30; w++) {
                sum += disc.get(h, w);
                momentH += h * disc.get(h, w);
                momentW += w * disc.get(h, w);
            }
        }
        assertEquals(Math.PI * 7.5 * 7.5, sum, 0.01 * sum);
        assertEquals(11.3, momentH / sum, 0.02);
        assertEquals(14.6, momentW / sum, 0.02);
    }

    /// At the middle of a side the rings change from white to black from pixel to pixel, near the centre hardly at all.
    @Test
    void ringsOfAZonePlateGetFinerOutwards() {
        int size = 129;
        double[][] plate = Patterns.zonePlate(size).plane(0, 0);
        int middle = 64;
        assertEquals(1, plate[middle][middle], 0, "the centre is white");
        for (int r = 0; r <= middle; r++) {
            double expected = 0.5 + 0.5 * Math.cos(Math.PI * r * r / size);
            assertEquals(expected, plate[middle][middle + r], 1e-6, "right, " + r);
            assertEquals(expected, plate[middle - r][middle], 1e-6, "up, " + r);
        }
        double coarse = unrest(plate[middle], middle, middle + 8);
        double fine = unrest(plate[middle], 2 * middle - 8, 2 * middle);
        assertTrue(coarse < 0.1 && fine > 0.4, "from pixel to pixel, mean change: " + coarse + " near the centre, " + fine + " at the side");
        assertEquals(0.5 + 0.5 * Math.cos(Math.PI * (2.5 * 2.5 + 0.5 * 0.5) / 6), Patterns.zonePlate(6).get(0, 3), 1e-6, "an even size has its centre between pixels");
    }

    private static double unrest(double[] row, int from, int to) {
        double sum = 0;
        for (int w = from; w < to; w++) sum += Math.abs(row[w + 1] - row[w]);
        return sum / (to - from);
    }

    @Test
    void rejectsPlacesOutsideThePicture() {
        assertEquals("Patterns.zonePlate: size must be >= 2, but was 1",
                assertThrows(IllegalArgumentException.class, () -> Patterns.zonePlate(1)).getMessage());
        assertEquals("Patterns.impulse: w must be in 0..2, but was 3",
                assertThrows(IllegalArgumentException.class, () -> Patterns.impulse(2, 3, 0, 3, 1)).getMessage());
        assertEquals("Patterns.disc: radius must be finite and > 0.0, but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> Patterns.disc(4, 4, 1, 1, 0)).getMessage());
        assertEquals("Patterns.edge: degrees must be finite, but was NaN",
                assertThrows(IllegalArgumentException.class, () -> Patterns.edge(4, 4, Double.NaN)).getMessage());
    }
}
