package answers.lesson03;

import upsampling.tasks.ConvolutionMatrix;

/// Task 3.1: the inner product of two rows of numbers, without losing digits. The task's text stands at {@link ConvolutionMatrix#dot}.
public class MyDot implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        // TODO compare the lengths first; which type has the sum, and which one each product?
        throw new UnsupportedOperationException("Task 3.1: not written yet");
    }
}
