package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Blends the two neighbours of every place.
@KnownWrong(task = "9.4", hint = "linearInterpolation", part = "odd", expected = "3.47175", actual = "3.25")
public class LinearInterpolation implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        int size = signal.length;
        int whole = (int) Math.floor(delta);
        double part = delta - whole;
        double[] moved = new double[size];
        for (int n = 0; n < size; n++) {
            double right = signal[Math.floorMod(n - whole, size)];
            double left = signal[Math.floorMod(n - whole - 1, size)];
            moved[n] = (1 - part) * right + part * left;
        }
        return moved;
    }
}
