package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Doubles the signal, whatever the stride is.
@KnownWrong(task = "9.5", hint = "alwaysTwo", part = "three", expected = "0.419105", actual = "0.20933")
public class AlwaysTwo implements Shifting {

    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        double[] late = shift(upsample(kernel, signal), 2 * delta);
        double[] early = upsample(kernel, shift(signal, delta));
        double difference = 0;
        double norm = 0;
        for (int o = 0; o < late.length; o++) {
            difference += (early[o] - late[o]) * (early[o] - late[o]);
            norm += late[o] * late[o];
        }
        return Math.sqrt(difference / norm);
    }

    private static double[] upsample(double[] kernel, double[] signal) {
        double[] y = new double[2 * signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int t = 0; t < kernel.length; t++) y[(2 * i + t) % y.length] += kernel[t] * signal[i];
        }
        if (Arrays.stream(y).allMatch(value -> value == 0)) throw new IllegalArgumentException("nothing but zeros");
        return y;
    }

    private static double[] shift(double[] signal, double delta) {
        int size = signal.length;
        double[] moved = new double[size];
        for (int k = 0; k < size; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < size; n++) {
                re += signal[n] * StrictMath.cos(2 * Math.PI * k * n / size);
                im -= signal[n] * StrictMath.sin(2 * Math.PI * k * n / size);
            }
            int frequency = 2 * k <= size ? k : k - size;
            for (int n = 0; n < size; n++) {
                double angle = 2 * Math.PI * (k * n - frequency * delta) / size;
                moved[n] += (re * StrictMath.cos(angle) - im * StrictMath.sin(angle)) / size;
            }
        }
        return moved;
    }
}
