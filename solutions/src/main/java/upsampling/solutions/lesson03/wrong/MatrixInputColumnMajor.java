package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Counts the cells of the picture column by column.
@KnownWrong(task = "3.4", hint = "inputColumnMajor", part = "tiny", expected = "2", actual = "3")
public class MatrixInputColumnMajor implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        int k = window.kernel();
        double[][] matrix = new double[rows * columns][height * width];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                for (int tap = 0; tap < k * k; tap++) {
                    int h = oh * window.stride() - window.padding() + tap / k * window.dilation();
                    int w = ow * window.stride() - window.padding() + tap % k * window.dilation();
                    if (h < 0 || h >= height || w < 0 || w >= width) continue;
                    matrix[oh * columns + ow][w * height + h] = kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
