package answers.lesson09;

import upsampling.tasks.Shifting;

/// Task 9.4: move a periodic signal by any distance. The task's text stands at {@link Shifting#shiftFourier}.
public class MyShiftFourier implements Shifting {

    @Override
    public double[] shiftFourier(double[] signal, double delta) {
        // TODO for each k: the two sums, the frequency with its sign, and what this wave adds to every y[n]
        throw new UnsupportedOperationException("Task 9.4: not written yet");
    }
}
