package answers.lesson03;

import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Task 3.4: a convolution as a matrix. The task's text stands at {@link ConvolutionMatrix#convMatrix}.
public class MyConvMatrix implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        // TODO for each output its row; for each weight of the kernel, which column is it in?
        throw new UnsupportedOperationException("Task 3.4: not written yet");
    }
}
