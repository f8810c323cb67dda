package upsampling.data;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;

/// The Fourier transform of signals and pictures, and what needs it: a shift by any part of a pixel.
///
/// ```
/// F[u]    = sum of f[n] * exp(-2*pi*i*u*n/N);   the inverse has + and divides by N. A picture: all rows, then all columns
/// shift   F[u] * exp(-2*pi*i*fu*delta/N),       fu = u or u - N, whichever is closer to 0: delta > 0 moves to larger indices
/// ```
/// Any length is allowed. Lengths that are powers of two go to the library Hipparchus, which knows no others, at `N*log N`; for these the
/// sum is taken as it is written, at `N*N`: the pictures of the course are small, and a second library for them would cost a start of every
/// notebook more than it saves.
///
/// A shift treats the signal as periodic and is exact for every wave it consists of, so a whole number of pixels only moves the values. The
/// fastest wave of an even length, `fu = N/2`, is its own mirror image; its imaginary part is dropped, so it is multiplied by `cos(pi*delta)`.
/// For tensors the same map is `op.FourierShift`, a matrix that has an adjoint, and that copies whole shifts exactly; here they are exact up
/// to the rounding of two transforms, which cost less. Notebook: `09-equivariance.ipynb`.
public final class Fourier {
    private Fourier() { }

    static void checkSize(String who, String name, int size) {
        if (!isPowerOfTwo(size)) {
            throw new IllegalArgumentException(
                    who + ": " + name + " must be a power of two and at least 2 (fast Fourier transform), but was " + size);
        }
    }

    private static boolean isPowerOfTwo(int size) {
        return size >= 2 && Integer.bitCount(size) == 1;
    }

    /// Replaces a signal by its transform.
    ///
    /// @param real real parts, changed
    /// @param imaginary imaginary parts, changed
    /// @throws IllegalArgumentException unless both have the same length, at least 1
    public static void forward(double[] real, double[] imaginary) {
        checkLengths("Fourier.forward", real, imaginary);
        transform(real, imaginary, TransformType.FORWARD);
    }

    /// Replaces a transform by its signal; see {@link #forward(double[], double[])}.
    ///
    /// @throws IllegalArgumentException unless both have the same length, at least 1
    public static void inverse(double[] real, double[] imaginary) {
        checkLengths("Fourier.inverse", real, imaginary);
        transform(real, imaginary, TransformType.INVERSE);
    }

    /// Replaces a picture by its transform.
    ///
    /// @param real rows of real parts, changed
    /// @param imaginary rows of imaginary parts, changed
    /// @throws IllegalArgumentException unless both have the same size, and all rows the same length, at least 1
    public static void forward(double[][] real, double[][] imaginary) {
        transform("Fourier.forward", real, imaginary, TransformType.FORWARD);
    }

    /// Replaces a transform by its picture; see {@link #forward(double[][], double[][])}.
    ///
    /// @throws IllegalArgumentException unless both have the same size, and all rows the same length, at least 1
    public static void inverse(double[][] real, double[][] imaginary) {
        transform("Fourier.inverse", real, imaginary, TransformType.INVERSE);
    }

    /// Returns the signed frequency of index `u` of a transform of length `n`, in waves per length: `-n/2 < frequency <= n/2`.
    public static int frequency(int u, int n) {
        return 2 * u <= n ? u : u - n;
    }

    /// Returns the periodic signal moved by `delta` samples to larger indices; see the class comment.
    ///
    /// @throws IllegalArgumentException unless there is a sample and `delta` is finite
    public static double[] shift(double[] signal, double delta) {
        Checks.atLeast(1, "Fourier.shift", "length", signal.length);
        Checks.finite("Fourier.shift", "delta", delta);
        int n = signal.length;
        double[] real = signal.clone();
        double[] imaginary = new double[n];
        transform(real, imaginary, TransformType.FORWARD);
        for (int u = 0; u < n; u++) {
            double angle = -2 * Math.PI * frequency(u, n) * delta / n;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double turned = real[u] * cos - imaginary[u] * sin;
            imaginary[u] = real[u] * sin + imaginary[u] * cos;
            real[u] = turned;
        }
        transform(real, imaginary, TransformType.INVERSE);
        return real; // the imaginary part is rounding, and for an even length the sine of the fastest wave
    }

    /// Returns the periodic picture moved by `deltaH` pixels down and `deltaW` to the right.
    ///
    /// @throws IllegalArgumentException unless there is a row, all rows have the same length, at least 1, and both shifts are finite
    public static double[][] shift(double[][] picture, double deltaH, double deltaW) {
        Checks.atLeast(1, "Fourier.shift", "number of rows", picture.length);
        double[][] moved = new double[picture.length][];
        for (int h = 0; h < moved.length; h++) {
            Interrupts.check();
            Checks.sameSize("Fourier.shift", "length of row " + h, picture[0].length, picture[h].length);
            moved[h] = shift(picture[h], deltaW);
        }
        double[] column = new double[moved.length];
        for (int w = 0; w < moved[0].length; w++) {
            Interrupts.check();
            for (int h = 0; h < column.length; h++) column[h] = moved[h][w];
            double[] movedColumn = shift(column, deltaH);
            for (int h = 0; h < column.length; h++) moved[h][w] = movedColumn[h];
        }
        return moved;
    }

    private static void checkLengths(String who, double[] real, double[] imaginary) {
        Checks.atLeast(1, who, "length", real.length);
        Checks.sameSize(who, "length of the imaginary part", real.length, imaginary.length);
    }

    private static void transform(String who, double[][] real, double[][] imaginary, TransformType type) {
        Checks.atLeast(1, who, "number of rows", real.length);
        Checks.sameSize(who, "number of imaginary rows", real.length, imaginary.length);
        for (int h = 0; h < real.length; h++) {
            Interrupts.check();
            checkLengths(who, real[h], imaginary[h]);
            Checks.sameSize(who, "length of row " + h, real[0].length, real[h].length);
            transform(real[h], imaginary[h], type);
        }
        double[] columnReal = new double[real.length];
        double[] columnImaginary = new double[real.length];
        for (int w = 0; w < real[0].length; w++) {
            Interrupts.check();
            for (int h = 0; h < real.length; h++) {
                columnReal[h] = real[h][w];
                columnImaginary[h] = imaginary[h][w];
            }
            transform(columnReal, columnImaginary, type);
            for (int h = 0; h < real.length; h++) {
                real[h][w] = columnReal[h];
                imaginary[h][w] = columnImaginary[h];
            }
        }
    }

    private static void transform(double[] real, double[] imaginary, TransformType type) {
        if (isPowerOfTwo(real.length)) {
            FastFourierTransformer.transformInPlace(new double[][] {real, imaginary}, DftNormalization.STANDARD, type);
        } else {
            transformByDefinition(real, imaginary, type);
        }
    }

    private static void transformByDefinition(double[] real, double[] imaginary, TransformType type) {
        int n = real.length;
        double sign = type == TransformType.FORWARD ? -1 : 1;
        double scale = type == TransformType.FORWARD ? 1 : 1.0 / n;
        double[] cos = new double[n];
        double[] sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = StrictMath.cos(2 * Math.PI * k / n);
            sin[k] = sign * StrictMath.sin(2 * Math.PI * k / n);
        }
        double[] oldReal = real.clone();
        double[] oldImaginary = imaginary.clone();
        for (int u = 0; u < n; u++) {
            Interrupts.check();
            double sumReal = 0;
            double sumImaginary = 0;
            for (int k = 0; k < n; k++) {
                int angle = (int) ((long) u * k % n);
                sumReal += oldReal[k] * cos[angle] - oldImaginary[k] * sin[angle];
                sumImaginary += oldReal[k] * sin[angle] + oldImaginary[k] * cos[angle];
            }
            real[u] = sumReal * scale;
            imaginary[u] = sumImaginary * scale;
        }
    }
}
