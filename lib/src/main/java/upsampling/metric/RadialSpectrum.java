package upsampling.metric;

import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// How much power a picture has at every fineness, whatever the direction: the azimuthal mean of its power spectrum.
///
/// ```
/// F[u][v]  = sum of f[h][w] * exp(-2*pi*i*(u*h/H + v*w/W)),   -H/2 < u <= H/2,  -W/2 < v <= W/2
/// power[r] = mean of |F[u][v]|^2 over all u, v with round(sqrt(u^2 + v^2)) = r
/// ```
/// `r` counts waves per picture; `min(H, W)/2` is the finest wave there is along the shorter axis. A resize that enlarges loses power at
/// large `r`, or leaves copies of the coarse picture there.
///
/// Source: Durall, Keuper and Keuper, "Watch your up-convolution: CNN based generative deep neural networks are failing to reproduce
/// spectral distributions", 2020. Cost: `H*W*(H + W)` multiplications (a plain transform; any size is allowed).
///
/// @param power one mean per radius, `0 .. min(H, W)/2`; not copied
public record RadialSpectrum(double[] power) {

    /// Returns the spectrum of the first plane.
    public static RadialSpectrum of(Tensor x) {
        double[][] real = x.plane(0, 0);
        double[][] imaginary = new double[x.shape().h()][x.shape().w()];
        transformRows(real, imaginary);
        real = transposed(real);
        imaginary = transposed(imaginary);
        transformRows(real, imaginary); // now [v][u]
        int width = real.length;
        int height = real[0].length;
        double[] sums = new double[Math.min(height, width) / 2 + 1];
        int[] counts = new int[sums.length];
        for (int v = 0; v < width; v++) {
            for (int u = 0; u < height; u++) {
                int r = (int) Math.round(Math.hypot(Math.min(u, height - u), Math.min(v, width - v)));
                if (r >= sums.length) continue; // the corners of the spectrum
                sums[r] += real[v][u] * real[v][u] + imaginary[v][u] * imaginary[v][u];
                counts[r]++;
            }
        }
        for (int r = 0; r < sums.length; r++) sums[r] /= counts[r];
        return new RadialSpectrum(sums);
    }

    private static void transformRows(double[][] real, double[][] imaginary) {
        int n = real[0].length;
        double[] cos = new double[n];
        double[] sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = -Math.sin(2 * Math.PI * k / n);
        }
        for (int row = 0; row < real.length; row++) {
            Interrupts.check();
            double[] re = new double[n];
            double[] im = new double[n];
            for (int u = 0; u < n; u++) {
                for (int h = 0; h < n; h++) {
                    int angle = (int) ((long) u * h % n);
                    re[u] += real[row][h] * cos[angle] - imaginary[row][h] * sin[angle];
                    im[u] += real[row][h] * sin[angle] + imaginary[row][h] * cos[angle];
                }
            }
            real[row] = re;
            imaginary[row] = im;
        }
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int h = 0; h < rows.length; h++) {
            for (int w = 0; w < rows[h].length; w++) columns[w][h] = rows[h][w];
        }
        return columns;
    }

    /// Returns the power of this picture at each radius over that of another one; NaN or infinity where the other has none.
    ///
    /// @throws IllegalArgumentException unless both have the same number of radii
    public double[] relativeTo(RadialSpectrum other) {
        Checks.sameSize("RadialSpectrum.relativeTo", "number of radii", power.length, other.power.length);
        double[] ratio = new double[power.length];
        for (int r = 0; r < ratio.length; r++) ratio[r] = power[r] / other.power[r];
        return ratio;
    }
}
