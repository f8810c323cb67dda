package answers.lesson09;

import upsampling.tasks.Shifting;

/// Task 9.6: how much of an upsampled signal is made of waves that its input cannot have? The task's text stands at {@link Shifting#imageEnergy}.
public class MyImageEnergy implements Shifting {

    @Override
    public double imageEnergy(double[] kernel, double[] signal, int stride) {
        // TODO upsample; then, for each wave, its energy and its frequency with a sign; then the error
        throw new UnsupportedOperationException("Task 9.6: not written yet");
    }
}
