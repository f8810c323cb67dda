package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Blends neighbours instead of shifting.
@KnownWrong(task = "9.5", hint = "linearShift", part = "cosine", expected = "0.765367", actual = "0.707107")
public class ShiftsLinearly implements Shifting {

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
        return Math.sqrt(difference / norm);
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

    private static double[] shift(double[] signal, double delta) {
        int whole = (int) Math.floor(delta);
        double part = delta - whole;
        double[] moved = new double[signal.length];
        for (int n = 0; n < moved.length; n++) {
            double right = signal[Math.floorMod(n - whole, moved.length)];
            double left = signal[Math.floorMod(n - whole - 1, moved.length)];
            moved[n] = (1 - part) * right + part * left;
        }
        return moved;
    }
}
