package answers.lesson03;

import upsampling.tasks.ConvolutionMatrix;

/// Task 3.2: how far is one matrix from being the transpose of another? The task's text stands at {@link ConvolutionMatrix#adjointGap}.
public class MyAdjointGap implements ConvolutionMatrix {

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        // TODO apply both matrices, then take two inner products and two lengths
        throw new UnsupportedOperationException("Task 3.2: not written yet");
    }
}
