package upsampling.data;

/// A smooth curve through points of the plane, for filaments.
///
/// ```
/// between the points p1 and p2, with neighbours p0 and p3, 0 <= t <= 1:
/// c(t) = (2*p1 + (p2 - p0)*t + (2*p0 - 5*p1 + 4*p2 - p3)*t^2 + (3*p1 - p0 - 3*p2 + p3)*t^3) / 2
/// ```
/// The first and the last point are only neighbours: the curve runs from the second to the last but one.
///
/// Source: Catmull and Rom, "A class of local interpolating splines", 1974.
///
/// @param h rows of the points, at least 4; not copied
/// @param w columns of the points, as many; not copied
record Spline(double[] h, double[] w) {

    /// Returns points along the curve, `{rows, columns}`: `perPiece` for each piece and the end.
    double[][] sampled(int perPiece) {
        int pieces = h.length - 3;
        double[][] points = new double[2][pieces * perPiece + 1];
        for (int i = 0; i < points[0].length; i++) {
            int piece = Math.min(i / perPiece, pieces - 1);
            double t = (double) (i - piece * perPiece) / perPiece;
            points[0][i] = at(h, piece, t);
            points[1][i] = at(w, piece, t);
        }
        return points;
    }

    private static double at(double[] p, int i, double t) {
        double linear = p[i + 2] - p[i];
        double quadratic = 2 * p[i] - 5 * p[i + 1] + 4 * p[i + 2] - p[i + 3];
        double cubic = 3 * p[i + 1] - p[i] - 3 * p[i + 2] + p[i + 3];
        return (2 * p[i + 1] + t * (linear + t * (quadratic + t * cubic))) / 2;
    }

    /// Returns the distance of a point to a chain of straight pieces, as {@link #sampled} gives it.
    static double distance(double[][] chain, double h, double w) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < chain[0].length; i++) {
            double alongH = chain[0][i + 1] - chain[0][i];
            double alongW = chain[1][i + 1] - chain[1][i];
            double fromH = h - chain[0][i];
            double fromW = w - chain[1][i];
            double length = alongH * alongH + alongW * alongW;
            double t = length == 0 ? 0 : Math.clamp((fromH * alongH + fromW * alongW) / length, 0, 1);
            double offH = fromH - t * alongH;
            double offW = fromW - t * alongW;
            least = Math.min(least, offH * offH + offW * offW);
        }
        return Math.sqrt(least);
    }
}
