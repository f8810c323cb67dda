package answers.lesson08;

import upsampling.tasks.Initialisation;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 8.5: a weight of independent normal numbers. The task's text stands at {@link Initialisation#heNormal}.
public class MyHeNormal implements Initialisation {

    @Override
    public Tensor heNormal(int[] shape, double fan, long seed) {
        // TODO one generator, made from the seed; then the numbers, how wide? Then the errors
        throw new UnsupportedOperationException("Task 8.5: not written yet");
    }
}
