package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Leaves out every window that reaches into the padding.
@KnownWrong(task = "3.4", hint = "wholeWindowsOnly", part = "strided", expected = "4", actual = "0")
public class MatrixWholeWindowsOnly implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        int k = window.kernel();
        double[][] matrix = new double[rows * columns][height * width];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                int top = oh * window.stride() - window.padding();
                int left = ow * window.stride() - window.padding();
                if (top < 0 || top + window.effectiveKernel() > height || left < 0 || left + window.effectiveKernel() > width) continue;
                for (int tap = 0; tap < k * k; tap++) {
                    int h = top + tap / k * window.dilation();
                    int w = left + tap % k * window.dilation();
                    matrix[oh * columns + ow][h * width + w] = kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
