package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import upsampling.data.Ocean;
import upsampling.op.Resize;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// Numbers of the curriculum: section 6.10, caveat K15, tasks 14.1, 14.2 and 14.5.
class SphereTest {

    @Test
    void areasOfTheTask() {
        assertArrayEquals(new double[] {.5, .5, .5, .5}, Sphere.rowAreas(new double[] {-90, -30, 0, 30, 90}), 1e-15);
        assertArrayEquals(new double[] {2}, Sphere.rowAreas(new double[] {-90, 90}), 1e-15);
        assertArrayEquals(new double[] {.017452, .017447}, Sphere.rowAreas(new double[] {0, 1, 2}), 5e-7);
        assertEquals(6.06, Sphere.rowAreas(new double[] {0, 1})[0] / Sphere.rowAreas(new double[] {80, 81})[0], 5e-3);
        assertEquals(2, Arrays.stream(Sphere.rowAreas(Ocean.latitudeEdges(180))).sum(), 1e-14);
    }

    @Test
    void meanOfTheTask() {
        assertEquals(24, Sphere.mean(new double[][] {{10, 20}, {30, 999}}, new boolean[][] {{true, true}, {true, false}}, new double[] {1, 3}));
        assertEquals(10, Sphere.mean(new double[][] {{10, Double.NaN}}, new boolean[][] {{true, false}}, new double[] {2}), "land may be NaN");
    }

    private static boolean[][] all(int rows, int columns) {
        boolean[][] all = new boolean[rows][columns];
        for (boolean[] row : all) Arrays.fill(row, true);
        return all;
    }

    /// K15: T = 30 cos^2(lat) - 2 from 1 to 0.25 degrees. Nearest is exact; bilinear loses 2.9e-4 degrees Celsius of the mean 18, 1.6e-5 of it.
    @Test
    void bilinearEnlargementCoolsTheOcean() {
        double[] column = new double[180];
        Ocean bare = new Ocean(List.of(), List.of());
        for (int h = 0; h < 180; h++) column[h] = bare.temperature(h - 89.5, 0);
        DoubleTensor coarse = DoubleTensor.of(Shape.plane(180, 1), column);
        double before = Sphere.mean(coarse.plane(0, 0), all(180, 1), Sphere.rowAreas(Ocean.latitudeEdges(180)));
        assertEquals(18, before, 3e-4, "the middles of the rows are not their means");
        double[] areas = Sphere.rowAreas(Ocean.latitudeEdges(720));
        double nearest = Sphere.mean(Resize.nearest().withScale(4, 1).reference().forward(coarse).plane(0, 0), all(720, 1), areas);
        double bilinear = Sphere.mean(Resize.bilinear().withScale(4, 1).reference().forward(coarse).plane(0, 0), all(720, 1), areas);
        assertEquals(before, nearest, 1e-12);
        assertEquals(-2.855e-4, bilinear - before, 5e-8);
        assertEquals(-1.6e-5, (bilinear - before) / before, 5e-7);
    }

    private static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void rejectsEdgesAndOceansThatDoNotExist() {
        assertEquals("Sphere.rowAreas: number of edges must be >= 2, but was 1", message(() -> Sphere.rowAreas(new double[] {0})));
        assertEquals("Sphere.rowAreas: edge 1 must be in -90.0..90.0, but was 91.0", message(() -> Sphere.rowAreas(new double[] {0, 91})));
        assertEquals("Sphere.rowAreas: edge 0 must be in -90.0..90.0, but was NaN", message(() -> Sphere.rowAreas(new double[] {Double.NaN, 1})));
        assertEquals("Sphere.rowAreas: edge 2 must be finite and > 10.0, but was 10.0", message(() -> Sphere.rowAreas(new double[] {0, 10, 10})));
        double[][] field = {{1, 2}};
        assertEquals("Sphere.mean: there is no ocean, so it has no mean temperature", message(() -> Sphere.mean(field, new boolean[1][2], new double[] {1})));
        assertEquals("Sphere.mean: number of rows of ocean must be 1, but was 2", message(() -> Sphere.mean(field, all(2, 2), new double[] {1})));
        assertEquals("Sphere.mean: number of areas must be 1, but was 2", message(() -> Sphere.mean(field, all(1, 2), new double[2])));
        assertEquals("Sphere.mean: length of row 0 of ocean must be 2, but was 3", message(() -> Sphere.mean(field, all(1, 3), new double[] {1})));
        assertEquals("Sphere.mean: area 0 must be >= 0.0, but was NaN", message(() -> Sphere.mean(field, all(1, 2), new double[] {Double.NaN})));
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> Sphere.mean(new double[1][1], all(1, 1), new double[] {1}));
        } finally {
            Thread.interrupted();
        }
    }
}
