package upsampling.data;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Simple pictures with a known answer, all `[1, 1, H, W]` with values in `0 .. 1` unless a value is given.
///
/// Pixel `(h, w)` is the unit square around the point `(h, w)`. Borders of shapes are anti-aliased: a pixel holds the covered part of its
/// square, taken from the signed distance to the border, so a shape may lie between pixels.
public final class Patterns {
    private Patterns() { }

    /// Returns zeros with one value in them.
    ///
    /// @throws IllegalArgumentException unless the place lies inside the picture
    public static Tensor impulse(int height, int width, int h, int w, double value) {
        Checks.atLeast(1, "Patterns.impulse", "height", height);
        Checks.atLeast(1, "Patterns.impulse", "width", width);
        Checks.index("Patterns.impulse", "h", h, height);
        Checks.index("Patterns.impulse", "w", w, width);
        double[][] rows = new double[height][width];
        rows[h][w] = value;
        return Tensor.image(rows);
    }

    /// Returns a straight edge through the middle of the picture, 0 on one side and 1 on the other.
    ///
    /// @param degrees direction in which the picture gets brighter: 0 to the right, 90 downwards
    /// @throws IllegalArgumentException unless the angle is finite
    public static Tensor edge(int height, int width, double degrees) {
        Checks.finite("Patterns.edge", "degrees", degrees);
        double towardsW = StrictMath.cos(StrictMath.toRadians(degrees));
        double towardsH = StrictMath.sin(StrictMath.toRadians(degrees));
        return drawn(height, width, (h, w) -> (h - (height - 1) / 2.0) * towardsH + (w - (width - 1) / 2.0) * towardsW);
    }

    /// Returns a bright disc.
    ///
    /// @throws IllegalArgumentException unless `radius > 0` and everything is finite
    public static Tensor disc(int height, int width, double centreH, double centreW, double radius) {
        Checks.finite("Patterns.disc", "centreH", centreH);
        Checks.finite("Patterns.disc", "centreW", centreW);
        Checks.above(0, "Patterns.disc", "radius", radius);
        return drawn(height, width, (h, w) -> radius - StrictMath.hypot(h - centreH, w - centreW));
    }

    /// Distance of a point to the border of a shape, positive inside.
    private interface Distance {
        double at(int h, int w);
    }

    private static Tensor drawn(int height, int width, Distance distance) {
        Shape shape = Shape.plane(height, width);
        double[][] rows = new double[shape.h()][shape.w()];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                rows[h][w] = Math.clamp(distance.at(h, w) + 0.5, 0.0, 1.0);
            }
        }
        return Tensor.image(rows);
    }
}
