package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Leaves out the wave at half of the length.
@KnownWrong(task = "9.4", hint = "dropsFastest", part = "even", expected = "1.21878", actual = "1.92589")
public class DropsFastest implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = signal.length;
        double[] moved = new double[size];
        for (int k = 0; k < size; k++) {
            if (2 * k == size) continue;
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
