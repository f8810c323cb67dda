package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Moves to smaller indices.
@KnownWrong(task = "9.4", hint = "wrongSign", part = "odd", expected = "3.47175", actual = "2.54104")
public class WrongSign implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
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
                double angle = 2 * Math.PI * (k * n + frequency * delta) / size;
                moved[n] += (re * StrictMath.cos(angle) - im * StrictMath.sin(angle)) / size;
            }
        }
        return moved;
    }
}
