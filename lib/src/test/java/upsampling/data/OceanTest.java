package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.List;
import org.junit.jupiter.api.Test;
import upsampling.data.Ocean.Eddy;
import upsampling.data.Ocean.Land;
import upsampling.tensor.Tensor;

class OceanTest {
    private static final Ocean BARE = new Ocean(List.of(), List.of());

    @Test
    void withoutEddiesOnlyTheLatitudeCounts() {
        assertEquals(28, BARE.temperature(0, 17));
        assertEquals(-2, BARE.temperature(90, 3), 1e-14);
        assertEquals(13, BARE.temperature(-45, 300), 1e-14);
        assertEquals(18, BARE.mean());
        assertTrue(BARE.isOcean(10, 20));
    }

    @Test
    void anEddyIsAGaussianBell() {
        Ocean one = new Ocean(List.of(new Eddy(0, 350, 2.5, 4)), List.of());
        assertEquals(28 + 2.5, one.temperature(0, 350), 1e-12);
        assertEquals(28 + 2.5 * Math.exp(-.5), one.temperature(0, 354), 1e-3, "one radius away");
        assertEquals(28 + 2.5 * Math.exp(-2), one.temperature(0, -2), 2e-3, "two radii away, over the date line");
        assertEquals(one.temperature(0, 354), one.temperature(0, 354 - 720), 1e-12);
    }

    /// Weighted by exact areas, the cells of a fine grid have the mean of the sphere: a sum over longitudes of any one row is periodic.
    @Test
    void meanOfTheCellsIsTheMeanOfTheSphere() {
        for (Ocean ocean : List.of(BARE, Ocean.of(1), Ocean.of(2))) {
            int rows = 180;
            double[] edges = Ocean.latitudeEdges(rows);
            Tensor field = ocean.temperatures(rows, 360);
            double sum = 0;
            for (int h = 0; h < rows; h++) {
                double area = (Math.sin(Math.toRadians(edges[h + 1])) - Math.sin(Math.toRadians(edges[h]))) / 2 / 360;
                for (int w = 0; w < 360; w++) sum += area * field.get(h, w);
            }
            assertEquals(ocean.mean(), sum, 1e-3);
        }
    }

    @Test
    void gridsReadTheMiddleOfTheirCells() {
        Ocean ocean = Ocean.of(5);
        Tensor coarse = ocean.temperatures(4, 6);
        boolean[][] mask = ocean.mask(4, 6);
        for (int h = 0; h < 4; h++) {
            for (int w = 0; w < 6; w++) {
                assertEquals(ocean.temperature(-67.5 + 45 * h, 30 + 60 * w), coarse.get(h, w), 1e-5);
                assertEquals(ocean.isOcean(-67.5 + 45 * h, 30 + 60 * w), mask[h][w]);
            }
        }
        assertArrayEquals(new double[] {-90, -45, 0, 45, 90}, Ocean.latitudeEdges(4));
        assertEquals(Ocean.of(5), Ocean.of(5));
        assertTrue(!Ocean.of(5).equals(Ocean.of(6)));
    }

    /// The part of the sphere under a disc of angle r is (1 - cos r) / 2.
    @Test
    void landCoversItsPartOfTheSphereOnBothSidesOfTheDateLine() {
        Ocean island = new Ocean(List.of(), List.of(new Land(10, 2, 20)));
        boolean[][] mask = island.mask(180, 360);
        double[] edges = Ocean.latitudeEdges(180);
        double land = 0;
        for (int h = 0; h < 180; h++) {
            for (int w = 0; w < 360; w++) {
                if (!mask[h][w]) land += (Math.sin(Math.toRadians(edges[h + 1])) - Math.sin(Math.toRadians(edges[h]))) / 2 / 360;
            }
        }
        assertEquals((1 - Math.cos(Math.toRadians(20))) / 2, land, 1e-4);
        assertTrue(!mask[100][0] && !mask[100][359] && mask[100][180]);
    }

    @Test
    void rejectsPlacesThatAreNotOnTheSphere() {
        assertEquals("Eddy: latitude must be in -90.0..90.0, but was 91.0", message(() -> new Eddy(91, 0, 1, 1)));
        assertEquals("Eddy: longitude must be finite, but was NaN", message(() -> new Eddy(0, Double.NaN, 1, 1)));
        assertEquals("Eddy: amplitude must be finite, but was NaN", message(() -> new Eddy(0, 0, Double.NaN, 1)));
        assertEquals("Eddy: radius must be finite and > 0.0, but was 0.0", message(() -> new Eddy(0, 0, 1, 0)));
        assertEquals("Land: latitude must be in -90.0..90.0, but was NaN", message(() -> new Land(Double.NaN, 0, 1)));
        assertEquals("Land: radius must be > 0.0 and at most 180.0 degrees, the whole sphere, but was -1.0", message(() -> new Land(0, 0, -1)));
        assertEquals("Land: radius must be > 0.0 and at most 180.0 degrees, the whole sphere, but was 350.0", message(() -> new Land(0, 0, 350)));
        assertEquals("Land: radius must be > 0.0 and at most 180.0 degrees, the whole sphere, but was NaN", message(() -> new Land(0, 0, Double.NaN)));
        assertEquals("Ocean.latitudeEdges: rows must be >= 1, but was 0", message(() -> Ocean.latitudeEdges(0)));
        assertEquals("Shape: h must be >= 1, but was 0", message(() -> BARE.temperatures(0, 4)));
        assertEquals("Shape: w must be >= 1, but was 0", message(() -> BARE.mask(4, 0)));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> BARE.temperatures(2, 2));
        assertStops(() -> BARE.mask(2, 2));
    }
}
