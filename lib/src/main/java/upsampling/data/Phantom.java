package upsampling.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// A head made of ellipses, known at every point and at every resolution: a stand-in for a slice of a magnetic resonance image.
///
/// ```
/// f(y, x) = sum of the intensities of all ellipses that contain (y, x)        -1 <= y <= 1 down, -1 <= x <= 1 to the right
/// integral of f = sum of intensity * pi * semiY * semiX
/// ```
/// Pixel `(h, w)` of a picture of `size` pixels is the square with the sides `2/size` around `y = (2*h + 1)/size - 1`, `x = (2*w + 1)/size - 1`.
///
/// @param ellipses from the skull to the details; later ones lie inside earlier ones
public record Phantom(List<Ellipse> ellipses) {
    /// Each pixel is the mean of so many times so many points.
    private static final int POINTS = 4;
    private static final int ORGANS = 4;

    /// An ellipse with its axes turned by `degrees` from right towards down. Its intensity is added to what lies below it.
    ///
    /// @param semiY half of the axis that points down before it is turned, > 0
    /// @param semiX half of the axis that points to the right before it is turned, > 0
    public record Ellipse(double intensity, double centreY, double centreX, double semiY, double semiX, double degrees) {

        /// @throws IllegalArgumentException unless everything is finite and both half axes are positive
        public Ellipse {
            Checks.finite("Ellipse", "intensity", intensity);
            Checks.finite("Ellipse", "centreY", centreY);
            Checks.finite("Ellipse", "centreX", centreX);
            Checks.above(0, "Ellipse", "semiY", semiY);
            Checks.above(0, "Ellipse", "semiX", semiX);
            Checks.finite("Ellipse", "degrees", degrees);
        }

        /// Returns whether a point lies inside or on the border.
        public boolean contains(double y, double x) {
            return contains(y, x, direction());
        }

        /// Cosine and sine of the angle: a picture asks for them once, not at every point.
        private double[] direction() {
            double angle = StrictMath.toRadians(degrees);
            return new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
        }

        private boolean contains(double y, double x, double[] direction) {
            double cos = direction[0];
            double sin = direction[1];
            double alongX = ((x - centreX) * cos + (y - centreY) * sin) / semiX;
            double alongY = ((y - centreY) * cos - (x - centreX) * sin) / semiY;
            return alongX * alongX + alongY * alongY <= 1;
        }

        /// Returns the area; the whole picture has 4.
        public double area() {
            return Math.PI * semiY * semiX;
        }
    }

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException unless there is an ellipse
    public Phantom {
        Checks.atLeast(1, "Phantom", "number of ellipses", ellipses.size());
        ellipses = List.copyOf(ellipses);
    }

    /// Returns the phantom of Shepp and Logan, "The Fourier reconstruction of a head section", 1974, with the stronger contrasts of Toft, "The
    /// Radon transform", 1996, table B.1. Its `y` points up, ours down.
    public static Phantom sheppLogan() {
        return new Phantom(List.of(new Ellipse(1, 0, 0, .92, .69, 0), new Ellipse(-.8, .0184, 0, .874, .6624, 0),
                new Ellipse(-.2, 0, .22, .31, .11, 18), new Ellipse(-.2, 0, -.22, .41, .16, -18), new Ellipse(.1, -.35, 0, .25, .21, 0),
                new Ellipse(.1, -.1, 0, .046, .046, 0), new Ellipse(.1, .1, 0, .046, .046, 0), new Ellipse(.1, .605, -.08, .023, .046, 0),
                new Ellipse(.1, .606, 0, .023, .023, 0), new Ellipse(.1, .605, .06, .046, .023, 0)));
    }

    /// Returns a random head: skull, brain, four organs and, as the last ellipse, a bright tumour inside the brain.
    public static Phantom of(long seed) {
        RandomGenerator random = Noise.generator(seed);
        List<Ellipse> ellipses = new ArrayList<>();
        double semiY = random.nextDouble(.8, .95);
        double semiX = random.nextDouble(.6, .8);
        ellipses.add(new Ellipse(.9, 0, 0, semiY, semiX, 0));
        ellipses.add(new Ellipse(-.6, 0, 0, semiY - .06, semiX - .06, 0));
        for (int i = 0; i < ORGANS; i++) ellipses.add(inside(random, random.nextDouble(-.05, .2), .08, .3));
        ellipses.add(inside(random, .4, .05, .15));
        return new Phantom(ellipses);
    }

    /// Inside the brain, whose half axes are at least .74 and .54: no point is farther than .3 from the centre of the ellipse, and
    /// ((.2 + .3*sin t)/.74)^2 + ((.2 + .3*cos t)/.54)^2 is below .97 for all t.
    private static Ellipse inside(RandomGenerator random, double intensity, double least, double most) {
        double centreY = random.nextDouble(-.2, .2);
        double centreX = random.nextDouble(-.2, .2);
        return new Ellipse(intensity, centreY, centreX, random.nextDouble(least, most), random.nextDouble(least, most), random.nextDouble(180));
    }

    /// Returns the exact value at a point.
    public double at(double y, double x) {
        return at(y, x, directions());
    }

    private double[][] directions() {
        double[][] directions = new double[ellipses.size()][];
        for (int e = 0; e < directions.length; e++) directions[e] = ellipses.get(e).direction();
        return directions;
    }

    private double at(double y, double x, double[][] directions) {
        double sum = 0;
        for (int e = 0; e < directions.length; e++) {
            if (ellipses.get(e).contains(y, x, directions[e])) sum += ellipses.get(e).intensity();
        }
        return Math.abs(sum) < 1e-12 ? 0 : sum; // 1 - .8 - .2 is -5.6e-17, which would be a picture with a negative value
    }

    /// Returns the integral over the plane, exactly; the mean of the picture is a quarter of it.
    public double integral() {
        double sum = 0;
        for (Ellipse ellipse : ellipses) sum += ellipse.intensity() * ellipse.area();
        return sum;
    }

    /// Returns the picture, `[1, 1, size, size]`: every pixel is the mean of 4 x 4 points spread evenly over it.
    ///
    /// @throws IllegalArgumentException unless `size >= 1`
    public Tensor image(int size) {
        Checks.atLeast(1, "Phantom.image", "size", size);
        double[][] rows = new double[size][size];
        double[][] directions = directions();
        int points = POINTS * size;
        for (int i = 0; i < points; i++) {
            Interrupts.check();
            for (int j = 0; j < points; j++) rows[i / POINTS][j / POINTS] += at((2.0 * i + 1) / points - 1, (2.0 * j + 1) / points - 1, directions);
        }
        for (double[] row : rows) {
            for (int w = 0; w < size; w++) row[w] /= POINTS * POINTS;
        }
        return Tensor.image(rows);
    }

    /// Returns which pixels have their centre in one of the ellipses, `[1, 1, size, size]` with 1 and 0.
    ///
    /// @param ellipse index of the ellipse; the tumour of a random head is the last one
    /// @throws IllegalArgumentException unless the ellipse exists and `size >= 1`
    public Tensor mask(int ellipse, int size) {
        Checks.index("Phantom.mask", "ellipse", ellipse, ellipses.size());
        Checks.atLeast(1, "Phantom.mask", "size", size);
        Tensor mask = Tensor.zeros(Shape.plane(size, size));
        double[] direction = ellipses.get(ellipse).direction();
        for (int h = 0; h < size; h++) {
            Interrupts.check();
            for (int w = 0; w < size; w++) {
                if (ellipses.get(ellipse).contains((2.0 * h + 1) / size - 1, (2.0 * w + 1) / size - 1, direction)) mask.data()[h * size + w] = 1;
            }
        }
        return mask;
    }
}
