package upsampling.data;

import upsampling.tensor.Checks;

/// A smooth periodic signal with a known place: a Gaussian bell between two samples.
///
/// ```
/// x[n] = exp(-d^2 / (2*sigma^2)),   d = distance of n to the centre on a circle of `size` samples;   sum of x = sigma * sqrt(2*pi)
/// ```
/// The sum, and that the spectrum is a bell too, hold up to 1e-8 of the sum for `1 <= sigma <= size/12`, and to rounding for
/// `1.5 <= sigma <= size/17`. Notebook: `09-equivariance.ipynb`.
///
/// @param size number of samples, >= 1
/// @param centre place of the top, in samples
/// @param sigma standard deviation, in samples
public record Bump(int size, double centre, double sigma) {

    /// @throws IllegalArgumentException unless `size >= 1`, the centre is finite and `sigma > 0`
    public Bump {
        Checks.atLeast(1, "Bump", "size", size);
        Checks.finite("Bump", "centre", centre);
        Checks.above(0, "Bump", "sigma", sigma);
    }

    /// Returns the bump of the course: 64 samples, sigma 1.5, at 30.3.
    public static Bump standard() {
        return new Bump(64, 30.3, 1.5);
    }

    /// Returns this bump somewhere else: what an exact shift by `delta` samples gives.
    ///
    /// @throws IllegalArgumentException unless `delta` is finite
    public Bump shifted(double delta) {
        return new Bump(size, centre + delta, sigma);
    }

    /// Returns the samples.
    public double[] signal() {
        double[] signal = new double[size];
        for (int n = 0; n < size; n++) {
            double distance = StrictMath.IEEEremainder(n - centre, size); // on the circle: in -size/2 .. size/2
            signal[n] = StrictMath.exp(-distance * distance / (2 * sigma * sigma));
        }
        return signal;
    }
}
