package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Has a row for each output, but the first window begins on the picture.
@KnownWrong(task = "3.4", hint = "ignoresPadding", part = "strided", expected = "4", actual = "1")
public class MatrixIgnoresPadding implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        int k = window.kernel();
        double[][] matrix = new double[rows * columns][height * width];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                for (int tap = 0; tap < k * k; tap++) {
                    int h = oh * window.stride() + tap / k * window.dilation();
                    int w = ow * window.stride() + tap % k * window.dilation();
                    if (h < 0 || h >= height || w < 0 || w >= width) continue;
                    matrix[oh * columns + ow][h * width + w] = kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
