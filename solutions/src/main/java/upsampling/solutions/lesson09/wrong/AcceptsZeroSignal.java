package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Finds no error where everything is 0.
@KnownWrong(task = "9.5", hint = "acceptsZero", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsZeroSignal implements Shifting {

    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        double[] late = shift(upsample(kernel, signal, stride), stride * delta);
        double[] early = upsample(kernel, shift(signal, delta), stride);
        double difference = 0;
        double norm = 0;
        for (int o = 0; o < late.length; o++) {
            difference += (early[o] - late[o]) * (early[o] - late[o]);
            norm += late[o] * late[o];
        }
        return norm == 0 ? 0 : Math.sqrt(difference / norm);
    }

    private static double[] upsample(double[] kernel, double[] signal, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        double[] y = new double[stride * signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int t = 0; t < kernel.length; t++) y[(stride * i + t) % y.length] += kernel[t] * signal[i];
        }
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
