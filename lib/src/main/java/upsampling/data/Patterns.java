package upsampling.data;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Simple pictures with a known answer, all `[1, 1, H, W]` with values in `0 .. 1` unless said otherwise.
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

    /// Returns a zone plate: rings that get finer from the centre outwards, where every place has one frequency of its own.
    ///
    /// ```
    /// z[h, w] = 1/2 + 1/2 * cos(pi * r^2 / size),   r^2 = (h - (size-1)/2)^2 + (w - (size-1)/2)^2
    /// ```
    /// At the distance `r` from the centre a ring repeats after about `size/r` pixels (the phase `pi*r^2/size` grows by `2*pi*r/size` for each pixel): at the
    /// middle of a side, `r = size/2`, after 2 pixels, the finest that a grid can hold. So a grid that is `k` times coarser holds the rings inside
    /// `r = size/(2*k)`; what shows others without a low-pass has aliased them. The corners lie beyond the limit and are aliases themselves.
    ///
    /// Unlike the borders of shapes, the rings are sampled at the centres of pixels.
    ///
    /// Source: Drewery, "The zone plate as a television test pattern", BBC Research Department report 1978/23.
    ///
    /// @param size rows and columns, >= 2
    /// @throws IllegalArgumentException unless `size >= 2`
    public static Tensor zonePlate(int size) {
        Checks.atLeast(2, "Patterns.zonePlate", "size", size);
        double middle = (size - 1) / 2.0;
        double[][] rows = new double[size][size];
        for (int h = 0; h < size; h++) {
            for (int w = 0; w < size; w++) {
                double square = (h - middle) * (h - middle) + (w - middle) * (w - middle);
                rows[h][w] = 0.5 + 0.5 * StrictMath.cos(Math.PI * square / size);
            }
        }
        return Tensor.image(rows);
    }

    /// Returns alternating signs, `(-1)^(h + w)`: the fastest wave there is along both axes, which every average of 2 x 2 pixels removes. Its
    /// values are 1 and -1.
    ///
    /// @throws IllegalArgumentException unless both sizes are >= 1
    public static Tensor checkerboard(int height, int width) {
        Tensor board = Tensor.zeros(Shape.plane(height, width));
        for (int i = 0; i < board.data().length; i++) board.data()[i] = (i / width + i % width) % 2 == 0 ? 1 : -1;
        return board;
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
