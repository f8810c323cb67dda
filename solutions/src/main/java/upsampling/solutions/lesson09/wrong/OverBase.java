package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Divides by the energy of the slow waves.
@KnownWrong(task = "9.6", hint = "overBase", part = "cosine", expected = "0.146447", actual = "0.171573")
public class OverBase implements Shifting {

    @Override
    public double imageEnergy(double[] kernel, double[] signal, int stride) {
        double[] y = upsample(kernel, signal, stride);
        double images = 0;
        double total = 0;
        for (int u = 0; u < y.length; u++) {
            double re = 0;
            double im = 0;
            for (int o = 0; o < y.length; o++) {
                re += y[o] * StrictMath.cos(2 * Math.PI * u * o / y.length);
                im -= y[o] * StrictMath.sin(2 * Math.PI * u * o / y.length);
            }
            double energy = re * re + im * im;
            int frequency = 2 * u <= y.length ? u : u - y.length;
            if (2 * Math.abs(frequency) > signal.length) images += energy;
            else total += energy;
        }
        return images / total;
    }

    private static double[] upsample(double[] kernel, double[] signal, int stride) {
        if (stride < 1) throw new IllegalArgumentException("stride must be >= 1");
        double[] y = new double[stride * signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int t = 0; t < kernel.length; t++) y[(stride * i + t) % y.length] += kernel[t] * signal[i];
        }
        if (Arrays.stream(y).allMatch(value -> value == 0)) throw new IllegalArgumentException("nothing but zeros");
        return y;
    }
}
