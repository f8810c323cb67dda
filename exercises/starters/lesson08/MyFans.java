package answers.lesson08;

import upsampling.tasks.Initialisation;

/// Task 8.1: what does PyTorch call fan_in and fan_out? The task's text stands at {@link Initialisation#fans}.
public class MyFans implements Initialisation {

    @Override
    public long[] fans(int[] weightShape) {
        // TODO which size goes with which fan? Then the error
        throw new UnsupportedOperationException("Task 8.1: not written yet");
    }
}
