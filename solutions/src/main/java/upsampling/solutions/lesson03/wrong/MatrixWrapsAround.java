package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Checks the number of the cell only: beside the picture it is the number of a cell in another row.
@KnownWrong(task = "3.4", hint = "wrapsAround", part = "strided", expected = "0", actual = "2")
public class MatrixWrapsAround implements ConvolutionMatrix {

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
                    int cell = h * width + w;
                    if (cell < 0 || cell >= height * width) continue;
                    matrix[oh * columns + ow][cell] = kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
