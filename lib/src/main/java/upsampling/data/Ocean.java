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
/// Land are discs on the sphere. East of the last column of a grid lies the first one; row 0 is the southernmost. Notebook:
/// `14-conservation.ipynb`.
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
    /// @param radius in degrees, > 0 and at most 180, which is the whole sphere
    public record Land(double latitude, double longitude, double radius) {

        /// @throws IllegalArgumentException unless everything is finite, the latitude in `-90..90` and `0 < radius <= 180`
        public Land {
            checkPlace("Land", latitude, longitude);
            if (!(radius > 0 && radius <= 180)) { // beyond 180 the cosine rises again: a larger disc would be smaller
                throw new IllegalArgumentException("Land: radius must be > 0.0 and at most 180.0 degrees, the whole sphere, but was " + radius);
            }
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
        return temperature(point(latitude, longitude), bells());
    }

    /// Returns whether a point is ocean.
    public boolean isOcean(double latitude, double longitude) {
        return isOcean(point(latitude, longitude), caps());
    }

    /// A point of the unit sphere, `{x, y, z}`: the cosine of the angle between two points is their scalar product.
    private static double[] point(double latitude, double longitude) {
        double cos = StrictMath.cos(StrictMath.toRadians(latitude));
        double angle = StrictMath.toRadians(longitude);
        return new double[] {cos * StrictMath.cos(angle), cos * StrictMath.sin(angle), StrictMath.sin(StrictMath.toRadians(latitude))};
    }

    /// `{x, y, z, k, amplitude}` of every eddy.
    private double[][] bells() {
        double[][] bells = new double[eddies.size()][];
        for (int i = 0; i < bells.length; i++) {
            Eddy eddy = eddies.get(i);
            double[] middle = point(eddy.latitude(), eddy.longitude());
            bells[i] = new double[] {middle[0], middle[1], middle[2], sharpness(eddy), eddy.amplitude()};
        }
        return bells;
    }

    private static double sharpness(Eddy eddy) {
        double radius = StrictMath.toRadians(eddy.radius());
        return 1 / (radius * radius);
    }

    /// `{x, y, z, cosine of the radius}` of every disc of land.
    private double[][] caps() {
        double[][] caps = new double[land.size()][];
        for (int i = 0; i < caps.length; i++) {
            double[] middle = point(land.get(i).latitude(), land.get(i).longitude());
            caps[i] = new double[] {middle[0], middle[1], middle[2], StrictMath.cos(StrictMath.toRadians(land.get(i).radius()))};
        }
        return caps;
    }

    private static double temperature(double[] p, double[][] bells) {
        double temperature = 30 * (1 - p[2] * p[2]) - 2; // z is the sine of the latitude
        for (double[] bell : bells) temperature += bell[4] * StrictMath.exp(bell[3] * (cosine(p, bell) - 1));
        return temperature;
    }

    private static boolean isOcean(double[] p, double[][] caps) {
        for (double[] cap : caps) {
            if (cosine(p, cap) >= cap[3]) return false;
        }
        return true;
    }

    private static double cosine(double[] p, double[] q) {
        return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    }

    /// Returns the mean temperature of the whole sphere, land included, exactly.
    public double mean() {
        double mean = 18;
        for (Eddy eddy : eddies) {
            double k = sharpness(eddy);
            mean += eddy.amplitude() * (1 - StrictMath.exp(-2 * k)) / (2 * k);
        }
        return mean;
    }

    /// Returns the temperatures in the middle of every cell of a grid, `[1, 1, rows, columns]`: 180 x 360 cells have one degree.
    ///
    /// @throws IllegalArgumentException unless both numbers are >= 1
    public Tensor temperatures(int rows, int columns) {
        Tensor field = Tensor.zeros(Shape.plane(rows, columns));
        double[][] bells = bells();
        eachMiddle(rows, columns, (h, w, p) -> field.data()[h * columns + w] = (float) temperature(p, bells));
        return field;
    }

    /// Returns which cells of a grid have their middle in the ocean, `[row][column]`.
    ///
    /// @throws IllegalArgumentException unless both numbers are >= 1
    public boolean[][] mask(int rows, int columns) {
        boolean[][] mask = new boolean[Shape.plane(rows, columns).h()][columns];
        double[][] caps = caps();
        eachMiddle(rows, columns, (h, w, p) -> mask[h][w] = isOcean(p, caps));
        return mask;
    }

    /// What is done with the point `p` in the middle of a cell of a grid; `p` is valid for this call only.
    private interface Middle {
        void at(int h, int w, double[] p);
    }

    /// Visits the middles of all cells. Sines and cosines are taken once for each row and each column.
    private static void eachMiddle(int rows, int columns, Middle middle) {
        double[][] meridians = new double[columns][]; // where they cross the equator
        for (int w = 0; w < columns; w++) meridians[w] = point(0, 360 * (w + 0.5) / columns);
        double[] p = new double[3];
        for (int h = 0; h < rows; h++) {
            Interrupts.check();
            double[] onZero = point(180 * (h + 0.5) / rows - 90, 0);
            p[2] = onZero[2];
            for (int w = 0; w < columns; w++) {
                p[0] = onZero[0] * meridians[w][0];
                p[1] = onZero[0] * meridians[w][1];
                middle.at(h, w, p);
            }
        }
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
}
