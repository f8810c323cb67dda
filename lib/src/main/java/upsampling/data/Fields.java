package upsampling.data;

import java.util.random.RandomGenerator;
import upsampling.tensor.Checks;
import upsampling.tensor.Tensor;

/// Random pictures whose amplitudes fall like `1/f^a`, as those of photographs do for `a` near 1: large soft shapes and fine detail.
///
/// ```
/// picture = inverse FFT of (FFT of white noise / radius^a),   radius^2 = (fh/H)^2 + (fw/W)^2,   -H/2 <= fh < H/2, -W/2 <= fw < W/2
/// ```
/// then without its mean and divided by its standard deviation; `a = 0` is white noise. A picture is periodic: opposite edges fit together.
///
/// Source: Field, "Relations between the statistics of natural images and the response properties of cortical cells", 1987.
/// Notebook: `02-interpolation.ipynb`.
public final class Fields {
    private Fields() { }

    /// Returns one picture, `[1, 1, height, width]`, with mean 0 and variance 1.
    ///
    /// @param exponent `a`, by which the *amplitude* falls; the power falls by `2*a`
    /// @throws IllegalArgumentException unless both sizes are powers of two and at least 2, and the exponent is finite and so near to 0 that the
    ///     squares of all amplitudes have a finite sum above 0
    public static Tensor powerLaw(long seed, int height, int width, double exponent) {
        Fourier.checkSize("Fields.powerLaw", "height", height);
        Fourier.checkSize("Fields.powerLaw", "width", width);
        Checks.finite("Fields.powerLaw", "exponent", exponent);
        RandomGenerator generator = Noise.generator(seed);
        double[][] real = new double[height][width];
        double[][] imaginary = new double[height][width];
        for (double[] row : real) {
            for (int w = 0; w < width; w++) row[w] = generator.nextGaussian();
        }
        Fourier.forward(real, imaginary);
        double power = 0;
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                double fh = Math.min(h, height - h) / (double) height; // FFT index h is the frequency h or, seen from above, h - height
                double fw = Math.min(w, width - w) / (double) width;
                double gain = h == 0 && w == 0 ? 0 : StrictMath.pow(fh * fh + fw * fw, -exponent / 2); // frequency 0 is the mean
                real[h][w] *= gain;
                imaginary[h][w] *= gain;
                power += real[h][w] * real[h][w] + imaginary[h][w] * imaginary[h][w];
            }
        }
        if (!(power > 0 && power <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(("Fields.powerLaw: exponent %s makes amplitudes that no double holds, the sum of their squares is %s; "
                    + "use an exponent nearer to 0").formatted(exponent, power));
        }
        Fourier.inverse(real, imaginary);
        double deviation = Math.sqrt(power) / (height * width); // Parseval: the variance is the power of the spectrum over (H*W)^2
        for (double[] row : real) {
            for (int w = 0; w < width; w++) row[w] /= deviation;
        }
        return Tensor.image(real);
    }
}
