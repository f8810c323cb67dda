package upsampling.data;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/// The Fourier transform of a picture: that of all rows, then of all columns.
///
/// ```
/// F[u][v] = sum of f[h][w] * exp(-2*pi*i*(u*h/H + v*w/W));   the inverse has +, and divides by H*W
/// ```
final class Fourier {
    private Fourier() { }

    static void checkSize(String who, String name, int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    who + ": " + name + " must be a power of two and at least 2 (fast Fourier transform), but was " + size);
        }
    }

    static void forward(double[][] real, double[][] imaginary) {
        transform(real, imaginary, TransformType.FORWARD);
    }

    static void inverse(double[][] real, double[][] imaginary) {
        transform(real, imaginary, TransformType.INVERSE);
    }

    private static void transform(double[][] real, double[][] imaginary, TransformType type) {
        for (int h = 0; h < real.length; h++) {
            FastFourierTransformer.transformInPlace(new double[][] {real[h], imaginary[h]}, DftNormalization.STANDARD, type);
        }
        double[][] column = new double[2][real.length];
        for (int w = 0; w < real[0].length; w++) {
            for (int h = 0; h < real.length; h++) {
                column[0][h] = real[h][w];
                column[1][h] = imaginary[h][w];
            }
            FastFourierTransformer.transformInPlace(column, DftNormalization.STANDARD, type);
            for (int h = 0; h < real.length; h++) {
                real[h][w] = column[0][h];
                imaginary[h][w] = column[1][h];
            }
        }
    }
}
