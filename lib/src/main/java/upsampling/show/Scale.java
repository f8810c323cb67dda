package upsampling.show;

/// What values a picture's lightness stands for. Maps that are compared share one scale.
///
/// @param min the value at the light end, or the most negative one of a signed scale
/// @param max the value at the dark end
/// @param signed whether 0 lies in the middle and the signed ramp is used
public record Scale(double min, double max, boolean signed) {
    /// Keeps a map of zeros from dividing by zero.
    private static final double LEAST_SPAN = 1e-12;

    /// @throws IllegalArgumentException unless `min < max`
    public Scale {
        if (!(min < max)) throw new IllegalArgumentException("Scale: min must be < max, but they were " + min + " and " + max);
    }

    /// Returns one scale for all maps: from 0 to the largest value; symmetric around 0 as soon as one value is negative.
    public static Scale of(double[][]... maps) {
        double least = 0;
        double most = 0;
        for (double[][] map : maps) for (double[] row : map) for (double v : row) {
            if (!Double.isFinite(v)) continue;
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        double top = Math.max(Math.max(-least, most), LEAST_SPAN);
        return least < 0 ? new Scale(-top, top, true) : new Scale(0, top, false);
    }

    /// Returns where a value lies on the ramp, 0 to 1 for values of the scale.
    public double position(double v) {
        return (v - min) / (max - min);
    }

    void digest(ValueDigest d) {
        d.values(min, max).counts(signed ? 1 : 0);
    }
}
