package answers.lesson09;

import upsampling.tasks.Shifting;

/// Task 9.1: move a picture by whole cells, around the border. The task's text stands at {@link Shifting#roll}.
public class MyRoll implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        // TODO where does the cell in row h and column w go? Mind negative numbers
        throw new UnsupportedOperationException("Task 9.1: not written yet");
    }
}
