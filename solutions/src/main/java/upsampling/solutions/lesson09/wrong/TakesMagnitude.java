package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Returns the magnitude of the complex sum.
@KnownWrong(task = "9.4", hint = "takesMagnitude", part = "left", expected = "-0.588854", actual = "0.588854")
public class TakesMagnitude implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = signal.length;
        double[] real = new double[size];
        double[] imaginary = new double[size];
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
                real[n] += (re * StrictMath.cos(angle) - im * StrictMath.sin(angle)) / size;
                imaginary[n] += (re * StrictMath.sin(angle) + im * StrictMath.cos(angle)) / size;
            }
        }
        double[] moved = new double[size];
        for (int n = 0; n < size; n++) moved[n] = StrictMath.hypot(real[n], imaginary[n]);
        return moved;
    }
}
