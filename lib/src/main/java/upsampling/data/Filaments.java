package upsampling.data;

import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Bright curved tubes on a dark ground as under a microscope, and which pixels belong to them: a stand-in for mitochondria.
///
/// ```
/// mask(h, w)  = 1 if the point (h, w) is at most `radius` from the middle line of a tube, else 0
/// clean       = background + (1 - background) * clamp(radius - distance + 1/2, 0, 1), then blurred by a Gaussian of `blur` pixels
/// image       = Poisson(photons * clean) / photons        what a camera counts; its standard deviation is sqrt(clean / photons)
/// ```
/// The middle lines are splines through points of a random walk, taken as straight pieces of a quarter of a pixel or less. At the border the
/// blur repeats the last pixel. Notebook: `11-unet.ipynb`.
///
/// @param images `[N, 1, size, size]`, blurred and noisy
/// @param clean the same without noise: the expected image
/// @param masks the same shape, exactly 0 and 1
public record Filaments(Tensor images, Tensor clean, Tensor masks) {
    private static final int LEAST_SIZE = 16;
    private static final int POINTS = 6;
    private static final double LARGEST_TURN = 0.7; // radians from one point to the next

    /// @throws IllegalArgumentException unless the three have the same shape
    public Filaments {
        Checks.sameShape("Filaments", "clean", images.shape(), clean.shape());
        Checks.sameShape("Filaments", "masks", images.shape(), masks.shape());
    }

    /// How the pictures are made.
    ///
    /// @param tubes per picture, >= 1
    /// @param radius of a tube in pixels, >= 0.5
    /// @param blur standard deviation of the point-spread function in pixels, > 0, and at most the size of a picture
    /// @param background brightness between the tubes, in `0 .. 1`
    /// @param photons counted where the brightness is 1, in `1 .. 700`
    public record Settings(int tubes, double radius, double blur, double background, double photons) {

        /// @throws IllegalArgumentException unless everything is in its range
        public Settings {
            Checks.atLeast(1, "Filaments", "tubes", tubes);
            check("radius", radius, 0.5, Double.MAX_VALUE);
            Checks.above(0, "Filaments", "blur", blur);
            check("background", background, 0, 1);
            check("photons", photons, 1, 700);
        }

        /// Returns 3 tubes of radius 1.5, blur 1, background 0.1, 50 photons.
        public static Settings standard() {
            return new Settings(3, 1.5, 1, 0.1, 50);
        }

        private static void check(String name, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException("Filaments: %s must be in %s..%s, but was %s".formatted(name, least, most, value));
            }
        }
    }

    /// Returns random pictures.
    ///
    /// @param count number of pictures, >= 1
    /// @param size of a picture in pixels, >= 16
    /// @throws IllegalArgumentException unless `count >= 1`, `size >= 16`, and the blur is at most the size
    public static Filaments of(long seed, int count, int size, Settings settings) {
        Checks.atLeast(1, "Filaments.of", "count", count);
        Checks.atLeast(LEAST_SIZE, "Filaments.of", "size", size);
        if (settings.blur() > size) {
            throw new IllegalArgumentException("Filaments.of: blur must be at most size = %d, but was %s; wider, nothing is left to see".formatted(
                    size, settings.blur()));
        }
        RandomGenerator random = Noise.generator(seed);
        Shape shape = Shape.of(count, 1, size, size);
        Filaments made = new Filaments(Tensor.zeros(shape), Tensor.zeros(shape), Tensor.zeros(shape));
        for (int n = 0; n < count; n++) made.draw(random, n, size, settings);
        return made;
    }

    private void draw(RandomGenerator random, int n, int size, Settings settings) {
        double[][][] tubes = new double[settings.tubes()][][];
        for (int i = 0; i < tubes.length; i++) tubes[i] = walk(random, size).sampled(2 * size); // a piece of the walk is size/4 long
        double[][] sharp = new double[size][size];
        for (int h = 0; h < size; h++) {
            Interrupts.check();
            for (int w = 0; w < size; w++) {
                double distance = Double.POSITIVE_INFINITY;
                for (double[][] tube : tubes) distance = Math.min(distance, Spline.distance(tube, h, w));
                if (distance <= settings.radius()) masks.data()[masks.shape().index(n, 0, h, w)] = 1;
                double covered = Math.clamp(settings.radius() - distance + 0.5, 0, 1);
                sharp[h][w] = settings.background() + (1 - settings.background()) * covered;
            }
        }
        double[][] blurred = PointSpread.blur(sharp, settings.blur());
        for (int h = 0; h < size; h++) {
            for (int w = 0; w < size; w++) {
                int i = images.shape().index(n, 0, h, w);
                clean.data()[i] = (float) blurred[h][w];
                images.data()[i] = (float) (Noise.poisson(random, settings.photons() * Math.min(1, blurred[h][w])) / settings.photons());
            }
        }
    }

    private static Spline walk(RandomGenerator random, int size) {
        double[] h = new double[POINTS];
        double[] w = new double[POINTS];
        h[0] = random.nextDouble(size);
        w[0] = random.nextDouble(size);
        double direction = StrictMath.atan2(size / 2.0 - h[0], size / 2.0 - w[0]); // towards the middle, so that a tube crosses the picture
        for (int i = 1; i < POINTS; i++) {
            h[i] = h[i - 1] + size / 4.0 * StrictMath.sin(direction);
            w[i] = w[i - 1] + size / 4.0 * StrictMath.cos(direction);
            direction += random.nextDouble(-LARGEST_TURN, LARGEST_TURN);
        }
        return new Spline(h, w);
    }
}
