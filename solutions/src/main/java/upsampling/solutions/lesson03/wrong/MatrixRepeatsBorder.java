package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Gives the weights in the padding to the nearest cell of the border.
@KnownWrong(task = "3.4", hint = "repeatsBorder", part = "strided", expected = "4", actual = "10")
public class MatrixRepeatsBorder implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        int k = window.kernel();
        double[][] matrix = new double[rows * columns][height * width];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                for (int tap = 0; tap < k * k; tap++) {
                    int h = Math.clamp(oh * window.stride() - window.padding() + tap / k * window.dilation(), 0, height - 1);
                    int w = Math.clamp(ow * window.stride() - window.padding() + tap % k * window.dilation(), 0, width - 1);
                    matrix[oh * columns + ow][h * width + w] += kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
