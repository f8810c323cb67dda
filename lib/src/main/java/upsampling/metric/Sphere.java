package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// Areas and means on a grid of latitudes and longitudes, whose cells get smaller towards the poles.
///
/// ```
/// area of a row = sin(upper latitude) - sin(lower latitude)        in units of 2*pi*radius^2; all rows from pole to pole have 2
/// mean          = sum of area*value / sum of area, both over the ocean only
/// ```
/// The cosine of the middle of a row is only nearly its area. Notebook: `14-conservation.ipynb`.
public final class Sphere {
    private Sphere() { }

    /// Returns the area of every row.
    ///
    /// @param latitudeEdges latitudes between the rows in degrees, growing, within -90 to 90; one more than rows
    /// @throws IllegalArgumentException unless there are two edges, each larger than the one before and within -90..90
    public static double[] rowAreas(double[] latitudeEdges) {
        Checks.atLeast(2, "Sphere.rowAreas", "number of edges", latitudeEdges.length);
        double[] areas = new double[latitudeEdges.length - 1];
        for (int h = 0; h <= areas.length; h++) {
            if (!(Math.abs(latitudeEdges[h]) <= 90)) {
                throw new IllegalArgumentException("Sphere.rowAreas: edge %d must be in -90.0..90.0, but was %s".formatted(h, latitudeEdges[h]));
            }
            if (h == 0) continue;
            Checks.above(latitudeEdges[h - 1], "Sphere.rowAreas", "edge " + h, latitudeEdges[h]);
            areas[h - 1] = Math.sin(Math.toRadians(latitudeEdges[h])) - Math.sin(Math.toRadians(latitudeEdges[h - 1]));
        }
        return areas;
    }

    /// Returns the mean of all ocean cells, weighted by their areas.
    ///
    /// @param field `[row][column]`
    /// @param ocean which cells count, of the same size
    /// @param areas one number per row, >= 0
    /// @throws IllegalArgumentException unless sizes agree, no area is negative, and there is ocean
    public static double mean(double[][] field, boolean[][] ocean, double[] areas) {
        Checks.sameSize("Sphere.mean", "number of rows of ocean", field.length, ocean.length);
        Checks.sameSize("Sphere.mean", "number of areas", field.length, areas.length);
        double sum = 0;
        double area = 0;
        for (int h = 0; h < field.length; h++) {
            Interrupts.check();
            Checks.sameSize("Sphere.mean", "length of row " + h + " of ocean", field[h].length, ocean[h].length);
            if (!(areas[h] >= 0)) throw new IllegalArgumentException("Sphere.mean: area %d must be >= 0.0, but was %s".formatted(h, areas[h]));
            for (int w = 0; w < field[h].length; w++) {
                if (!ocean[h][w]) continue; // land may hold anything, NaN too
                sum += areas[h] * field[h][w];
                area += areas[h];
            }
        }
        if (area == 0) throw new IllegalArgumentException("Sphere.mean: there is no ocean, so it has no mean temperature");
        return sum / area;
    }
}
