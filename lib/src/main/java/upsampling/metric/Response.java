package upsampling.metric;

import java.util.Arrays;
import upsampling.tensor.Checks;

/// The frequency response of a kernel: how strongly it passes a wave.
///
/// ```
/// H(wH, wW) = sum of h[u][v] * exp(-i*(wH*u + wW*v))      frequencies in radians per cell; pi is the fastest wave there is
/// H(0, 0)   = sum of the kernel, the gain of a constant
/// ```
/// After zero insertion with stride `s` the spectrum of a picture repeats `s` times along each axis, around the alias frequencies
/// `2*pi*k/s`. A kernel that is 0 there removes the copies of a constant: no checkerboard. If the zero has order `q`, copies of polynomials
/// up to degree `q - 1` are removed as well (Strang and Fix, 1971).
///
/// A kernel is that of the *output* grid: of a bilinear enlargement by 2 it is `[1, 3, 3, 1] / 4`, see {@link Footprint#kernel}.
///
/// Notebook: `05-checkerboard.ipynb`.
///
/// @param kernel `[rows][columns]`, a single row for one axis; not copied
public record Response(double[][] kernel) {

    /// @throws IllegalArgumentException unless there is a row, and all rows have the same length, at least 1
    public Response {
        Checks.atLeast(1, "Response", "number of rows", kernel.length);
        Checks.atLeast(1, "Response", "length of row 0", kernel[0].length);
        for (int u = 1; u < kernel.length; u++) Checks.sameSize("Response", "length of row " + u, kernel[0].length, kernel[u].length);
    }

    /// Returns the response of a kernel of one axis.
    ///
    /// @throws IllegalArgumentException unless there is a weight
    public static Response of(double... kernel) {
        return new Response(new double[][] {kernel});
    }

    /// Returns the response of a kernel of two axes.
    public static Response of(double[][] kernel) {
        return new Response(kernel);
    }

    /// Returns `H(0)`, the sum of the kernel: what becomes of a constant when all phases are added up.
    public double gain() {
        double sum = 0;
        for (double[] row : kernel) {
            for (double weight : row) sum += weight;
        }
        return sum;
    }

    /// Returns `|H(omega)|` along the columns.
    public double magnitude(double omega) {
        return magnitude(0, omega);
    }

    /// Returns `|H(omegaHeight, omegaWidth)|`.
    public double magnitude(double omegaHeight, double omegaWidth) {
        return derivativeMagnitude(0, omegaHeight, omegaWidth);
    }

    /// Returns `|H(2*pi*k/sH, 2*pi*l/sW)|` for all `k < sH`, `l < sW`; `[0][0]` is the gain, everything else must be 0 for a kernel without
    /// checkerboard.
    ///
    /// @throws IllegalArgumentException unless both strides are >= 1
    public double[][] aliasMagnitudes(int strideHeight, int strideWidth) {
        Checks.atLeast(1, "Response", "strideHeight", strideHeight);
        Checks.atLeast(1, "Response", "strideWidth", strideWidth);
        double[][] magnitudes = new double[strideHeight][strideWidth];
        for (int k = 0; k < strideHeight; k++) {
            for (int l = 0; l < strideWidth; l++) magnitudes[k][l] = magnitude(2 * Math.PI * k / strideHeight, 2 * Math.PI * l / strideWidth);
        }
        return magnitudes;
    }

    /// Returns the power at the alias frequencies: the squares of all {@link #aliasMagnitudes} but `[0][0]`, added up. By Parseval's theorem it is
    /// `(sH*sW)^2` times the variance of the phase sums, {@link PhaseSums#aliasPower}; 0 means no checkerboard on constants.
    ///
    /// @throws IllegalArgumentException unless both strides are >= 1
    public double aliasPower(int strideHeight, int strideWidth) {
        double power = 0;
        double[][] magnitudes = aliasMagnitudes(strideHeight, strideWidth);
        for (int k = 0; k < strideHeight; k++) {
            for (int l = 0; l < strideWidth; l++) {
                if (k > 0 || l > 0) power += magnitudes[k][l] * magnitudes[k][l];
            }
        }
        return power;
    }

    /// Returns the order of the zero at `omega` along the columns: how many of `H, H', H'', ...` vanish there, up to the length of the kernel.
    ///
    /// ```
    /// H^(j)(omega) = sum of (-i*v)^j * h[v] * exp(-i*omega*v)        0 up to 1e-9 of the sum of the absolute terms
    /// ```
    public int zeroOrder(double omega) {
        int order = 0;
        while (order < kernel[0].length && derivativeMagnitude(order, 0, omega) <= 1e-9 * absoluteDerivative(order)) order++;
        return order;
    }

    /// `|sum of v^j * h[u][v] * exp(-i*(wH*u + wW*v))|`; for j = 0 it is the response itself.
    private double derivativeMagnitude(int j, double omegaHeight, double omegaWidth) {
        double real = 0;
        double imaginary = 0;
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                double term = Math.pow(v, j) * kernel[u][v];
                double angle = omegaHeight * u + omegaWidth * v;
                real += term * Math.cos(angle);
                imaginary -= term * Math.sin(angle);
            }
        }
        return Math.hypot(real, imaginary);
    }

    private double absoluteDerivative(int j) {
        double sum = 0;
        for (double[] row : kernel) {
            for (int v = 0; v < row.length; v++) sum += Math.pow(v, j) * Math.abs(row[v]);
        }
        return sum;
    }

    /// Returns the name and the kernel.
    @Override
    public String toString() {
        return "Response " + Arrays.deepToString(kernel);
    }
}
