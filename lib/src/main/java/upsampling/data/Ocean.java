package upsampling.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Temperatures of a made-up ocean on a sphere, known at every point: coarse and fine grids of the same ocean can be compared.
///
/// ```
/// T(lat, lon) = 30*cos(lat)^2 - 2 + sum of amplitude * exp(k*(cos(d) - 1))       in degrees Celsius, k = 1/radius^2, radius in radians
/// d           = angle on the sphere between (lat, lon) and the middle of the eddy; close to it the last factor is exp(-d^2/(2*radius^2))
/// mean of T   = 18 + sum of amplitude * (1 - exp(-2*k)) / (2*k)                  over the whole sphere, land included
/// ```
/// Land are discs on the sphere. East of the last column of a grid lies the first one; row 0 is the southernmost.
///
/// @param eddies warm and cold whirls
/// @param land discs that are not ocean
public record Ocean(List<Eddy> eddies, List<Land> land) {
    private static final int EDDIES = 24;
    private static final int CONTINENTS = 5;

    /// A whirl that is warmer (or colder) than its surroundings.
    ///
    /// @param latitude of the middle, -90 to 90 degrees
    /// @param longitude of the middle, in degrees
    /// @param amplitude in degrees Celsius
    /// @param radius in degrees, > 0
    public record Eddy(double latitude, double longitude, double amplitude, double radius) {

        /// @throws IllegalArgumentException unless everything is finite, the latitude in `-90..90` and `radius > 0`
        public Eddy {
            checkPlace("Eddy", latitude, longitude);
            Checks.finite("Eddy", "amplitude", amplitude);
            Checks.above(0, "Eddy", "radius", radius);
        }
    }

    /// A disc of land.
    ///
    /// @param latitude of the middle, -90 to 90 degrees
    /// @param longitude of the middle, in degrees
    /// @param radius in degrees, > 0
    public record Land(double latitude, double longitude, double radius) {

        /// @throws IllegalArgumentException unless everything is finite, the latitude in `-90..90` and `radius > 0`
        public Land {
            checkPlace("Land", latitude, longitude);
            Checks.above(0, "Land", "radius", radius);
        }
    }

    private static void checkPlace(String who, double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90)) throw new IllegalArgumentException(who + ": latitude must be in -90.0..90.0, but was " + latitude);
        Checks.finite(who, "longitude", longitude);
    }

    /// Copies the lists.
    public Ocean {
        eddies = List.copyOf(eddies);
        land = List.copyOf(land);
    }

    /// Returns a random ocean with 24 eddies of up to 3 degrees Celsius and 5 continents.
    public static Ocean of(long seed) {
        RandomGenerator random = Noise.generator(seed);
        List<Eddy> eddies = new ArrayList<>();
        for (int i = 0; i < EDDIES; i++) {
            eddies.add(new Eddy(random.nextDouble(-60, 60), random.nextDouble(360), random.nextDouble(-3, 3), random.nextDouble(2, 8)));
        }
        List<Land> land = new ArrayList<>();
        for (int i = 0; i < CONTINENTS; i++) land.add(new Land(random.nextDouble(-70, 70), random.nextDouble(360), random.nextDouble(10, 35)));
        return new Ocean(eddies, land);
    }

    /// Returns the exact temperature at a point, in degrees Celsius; land is not asked for.
    public double temperature(double latitude, double longitude) {
        double cos = StrictMath.cos(StrictMath.toRadians(latitude));
        double temperature = 30 * cos * cos - 2;
        for (Eddy eddy : eddies) {
            double radius = StrictMath.toRadians(eddy.radius());
            double away = cosine(latitude, longitude, eddy.latitude(), eddy.longitude()) - 1;
            temperature += eddy.amplitude() * StrictMath.exp(away / (radius * radius));
        }
        return temperature;
    }

    /// Returns whether a point is ocean.
    public boolean isOcean(double latitude, double longitude) {
        for (Land disc : land) {
            double cosine = cosine(latitude, longitude, disc.latitude(), disc.longitude());
            if (cosine >= StrictMath.cos(StrictMath.toRadians(disc.radius()))) return false;
        }
        return true;
    }

    /// Cosine of the angle between two points of the sphere.
    private static double cosine(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double a = StrictMath.toRadians(latitudeA);
        double b = StrictMath.toRadians(latitudeB);
        double along = StrictMath.cos(StrictMath.toRadians(longitudeA - longitudeB));
        return StrictMath.sin(a) * StrictMath.sin(b) + StrictMath.cos(a) * StrictMath.cos(b) * along;
    }

    /// Returns the mean temperature of the whole sphere, land included, exactly.
    public double mean() {
        double mean = 18;
        for (Eddy eddy : eddies) {
            double k = 1 / (StrictMath.toRadians(eddy.radius()) * StrictMath.toRadians(eddy.radius()));
            mean += eddy.amplitude() * (1 - StrictMath.exp(-2 * k)) / (2 * k);
        }
        return mean;
    }

    /// Returns the temperatures in the middle of every cell of a grid, `[1, 1, rows, columns]`: 180 x 360 cells have one degree.
    ///
    /// @throws IllegalArgumentException unless both numbers are >= 1
    public Tensor temperatures(int rows, int columns) {
        Tensor field = Tensor.zeros(Shape.plane(rows, columns));
        for (int h = 0; h < rows; h++) {
            Interrupts.check();
            for (int w = 0; w < columns; w++) field.data()[h * columns + w] = (float) temperature(latitude(h, rows), longitude(w, columns));
        }
        return field;
    }

    /// Returns which cells of a grid have their middle in the ocean, `[row][column]`.
    ///
    /// @throws IllegalArgumentException unless both numbers are >= 1
    public boolean[][] mask(int rows, int columns) {
        boolean[][] mask = new boolean[Shape.plane(rows, columns).h()][columns];
        for (int h = 0; h < rows; h++) {
            Interrupts.check();
            for (int w = 0; w < columns; w++) mask[h][w] = isOcean(latitude(h, rows), longitude(w, columns));
        }
        return mask;
    }

    /// Returns the latitudes between the rows of a grid, from -90 to 90 degrees, `rows + 1` of them.
    ///
    /// @throws IllegalArgumentException unless `rows >= 1`
    public static double[] latitudeEdges(int rows) {
        Checks.atLeast(1, "Ocean.latitudeEdges", "rows", rows);
        double[] edges = new double[rows + 1];
        for (int h = 0; h <= rows; h++) edges[h] = 180.0 * h / rows - 90;
        return edges;
    }

    private static double latitude(int h, int rows) {
        return 180 * (h + 0.5) / rows - 90;
    }

    private static double longitude(int w, int columns) {
        return 360 * (w + 0.5) / columns;
    }
}
