package upsampling.data;

import upsampling.tensor.Checks;

/// A shape with a closed-form border and area, for {@link Shapes}. Lengths are in pixels, places those of pixel centres, angles in degrees; a
/// shape is at least one pixel thick everywhere.
public sealed interface Figure permits Figure.Disc, Figure.Ring, Figure.Line {
    /// Returns the distance of a point to the border, positive inside.
    double distance(double h, double w);

    /// Returns the area in pixels.
    double area();

    /// Returns the class for a classifier: 0 disc, 1 ring, 2 line.
    int label();

    /// All points closer to the centre than `radius`, which is >= 1.
    record Disc(double centreH, double centreW, double radius) implements Figure {

        /// @throws IllegalArgumentException unless everything is finite and `radius >= 1`
        public Disc {
            check("Disc", centreH, centreW, "radius", radius);
        }

        @Override
        public double distance(double h, double w) {
            return radius - StrictMath.hypot(h - centreH, w - centreW);
        }

        @Override
        public double area() {
            return Math.PI * radius * radius;
        }

        @Override
        public int label() {
            return 0;
        }
    }

    /// A band of `thickness >= 1` around a circle of `radius >= thickness/2`.
    record Ring(double centreH, double centreW, double radius, double thickness) implements Figure {

        /// @throws IllegalArgumentException unless everything is finite, `thickness >= 1` and `radius >= thickness/2`
        public Ring {
            check("Ring", centreH, centreW, "thickness", thickness);
            if (!(radius >= thickness / 2) || Double.isInfinite(radius)) {
                throw new IllegalArgumentException("Ring: radius must be >= thickness/2 = %s, but was %s".formatted(thickness / 2, radius));
            }
        }

        @Override
        public double distance(double h, double w) {
            return thickness / 2 - Math.abs(StrictMath.hypot(h - centreH, w - centreW) - radius);
        }

        @Override
        public double area() {
            return 2 * Math.PI * radius * thickness;
        }

        @Override
        public int label() {
            return 1;
        }
    }

    /// All points closer than `thickness/2`, which is at least half a pixel, to a straight piece of `length`, so its ends are round.
    ///
    /// @param degrees direction, 0 along the rows (to the right), 90 along the columns (down)
    record Line(double centreH, double centreW, double length, double thickness, double degrees) implements Figure {

        /// @throws IllegalArgumentException unless everything is finite, `thickness >= 1` and `length > 0`
        public Line {
            check("Line", centreH, centreW, "thickness", thickness);
            Checks.above(0, "Line", "length", length);
            Checks.finite("Line", "degrees", degrees);
        }

        @Override
        public double distance(double h, double w) {
            double along = StrictMath.cos(StrictMath.toRadians(degrees));
            double down = StrictMath.sin(StrictMath.toRadians(degrees));
            double place = Math.clamp((w - centreW) * along + (h - centreH) * down, -length / 2, length / 2); // nearest point of the piece
            return thickness / 2 - StrictMath.hypot(h - centreH - place * down, w - centreW - place * along);
        }

        @Override
        public double area() {
            return length * thickness + Math.PI * thickness * thickness / 4;
        }

        @Override
        public int label() {
            return 2;
        }
    }

    private static void check(String who, double centreH, double centreW, String name, double size) {
        Checks.finite(who, "centreH", centreH);
        Checks.finite(who, "centreW", centreW);
        if (!(size >= 1) || Double.isInfinite(size)) throw new IllegalArgumentException(who + ": " + name + " must be >= 1.0, but was " + size);
    }
}
