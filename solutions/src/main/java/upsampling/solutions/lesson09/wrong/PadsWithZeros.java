package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Appends zeros up to a power of two, as a fast transform would like it.
@KnownWrong(task = "9.4", hint = "padsWithZeros", part = "odd", expected = "3.47175", actual = "2.347")
public class PadsWithZeros implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = 1;
        while (size < signal.length) size *= 2;
        double[] padded = Arrays.copyOf(signal, size);
        double[] moved = new double[size];
        for (int k = 0; k < size; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < size; n++) {
                re += padded[n] * StrictMath.cos(2 * Math.PI * k * n / size);
                im -= padded[n] * StrictMath.sin(2 * Math.PI * k * n / size);
            }
            int frequency = 2 * k <= size ? k : k - size;
            for (int n = 0; n < size; n++) {
                double angle = 2 * Math.PI * (k * n - frequency * delta) / size;
                moved[n] += (re * StrictMath.cos(angle) - im * StrictMath.sin(angle)) / size;
            }
        }
        return Arrays.copyOf(moved, signal.length);
    }
}
