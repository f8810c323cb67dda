package upsampling.metric;

import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// How close a picture comes to another one.
///
/// ```
/// mse  = mean of (a - b)^2
/// psnr = 10 * log10(peak^2 / mse)        in decibels: 10 dB are a tenth of the squared error
/// ```
/// Sums run in double. A small error is not yet a good picture: both numbers prefer blur to detail in the wrong place.
public final class Fidelity {
    private Fidelity() { }

    /// Returns the mean squared error; both may be on any backend.
    ///
    /// @throws IllegalArgumentException unless both have the same shape
    public static double mse(Tensor expected, Tensor actual) {
        Checks.sameShape("Fidelity.mse", "actual", expected.shape(), actual.shape());
        float[] a = expected.toArray();
        float[] b = actual.toArray();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double error = (double) a[i] - b[i];
            sum += error * error;
        }
        return sum / a.length;
    }

    /// Returns the peak signal-to-noise ratio in dB; infinity if both are equal.
    ///
    /// @param peak largest possible value, such as 1
    /// @throws IllegalArgumentException unless both have the same shape, and `peak` is finite and positive
    public static double psnr(Tensor expected, Tensor actual, double peak) {
        Checks.above(0, "Fidelity.psnr", "peak", peak);
        return 10 * Math.log10(peak * peak / mse(expected, actual));
    }
}
