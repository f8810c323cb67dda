package answers.lesson05;

import upsampling.tasks.Checkerboards;

/// Task 5.5: how strongly does a kernel pass the waves of a checkerboard? The task's text stands at {@link Checkerboards#aliasMagnitudes}.
public class MyAliasMagnitudes implements Checkerboards {

    @Override
    public double[][] aliasMagnitudes(double[][] kernel, int stride) {
        // TODO for each a, b: the two frequencies, the sum with cos, the sum with sin; then the error
        throw new UnsupportedOperationException("Task 5.5: not written yet");
    }
}
