package answers.lesson09;

import upsampling.tasks.Shifting;

/// Task 9.5: does an upsampling move its output along with its input? The task's text stands at {@link Shifting#equivarianceError}.
public class MyEquivarianceError implements Shifting {

    @Override
    public double equivarianceError(double[] kernel, double[] signal, double delta, int stride) {
        // TODO write the upsampling as a method of its own, copy your shift; go both ways, then compare
        throw new UnsupportedOperationException("Task 9.5: not written yet");
    }
}
