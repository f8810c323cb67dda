package upsampling.metric;

import upsampling.data.Fourier;
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
/// spectral distributions", 2020. Cost: a transform of every row and column, see {@link Fourier}; any size is allowed.
///
/// @param power one mean per radius, `0 .. min(H, W)/2`; not copied
public record RadialSpectrum(double[] power) {

    /// Returns the spectrum of the first plane.
    public static RadialSpectrum of(Tensor x) {
        double[][] real = x.plane(0, 0);
        double[][] imaginary = new double[x.shape().h()][x.shape().w()];
        Fourier.forward(real, imaginary);
        int height = real.length;
        int width = real[0].length;
        double[] sums = new double[Math.min(height, width) / 2 + 1];
        int[] counts = new int[sums.length];
        for (int u = 0; u < height; u++) {
            for (int v = 0; v < width; v++) {
                int r = (int) Math.round(Math.hypot(Fourier.frequency(u, height), Fourier.frequency(v, width)));
                if (r >= sums.length) continue; // the corners of the spectrum
                sums[r] += real[u][v] * real[u][v] + imaginary[u][v] * imaginary[u][v];
                counts[r]++;
            }
        }
        for (int r = 0; r < sums.length; r++) sums[r] /= counts[r];
        return new RadialSpectrum(sums);
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
