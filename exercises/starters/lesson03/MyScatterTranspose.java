package answers.lesson03;

import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Task 3.5: painting with a kernel. The task's text stands at {@link ConvolutionMatrix#scatterTranspose}.
public class MyScatterTranspose implements ConvolutionMatrix {

    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        // TODO start from zeros; loop over the inputs, and let each of them stamp the kernel
        throw new UnsupportedOperationException("Task 3.5: not written yet");
    }
}
