package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Moves by whole cells only.
@KnownWrong(task = "9.4", hint = "roundsShift", part = "odd", expected = "3.47175", actual = "3")
public class RoundsShift implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        double[] moved = new double[signal.length];
        int cells = (int) Math.rint(delta);
        for (int n = 0; n < moved.length; n++) moved[n] = signal[Math.floorMod(n - cells, moved.length)];
        return moved;
    }
}
