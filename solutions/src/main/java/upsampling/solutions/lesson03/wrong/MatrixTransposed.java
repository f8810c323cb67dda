package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Window;

/// Has one row for each input.
@KnownWrong(task = "3.4", hint = "transposed", part = "plain", expected = "4 rows of 16", actual = "16 rows of 4")
public class MatrixTransposed implements ConvolutionMatrix {

    @Override
    public double[][] convMatrix(double[][] kernel, int height, int width, Window window) {
        int rows = window.outputSize(height);
        int columns = window.outputSize(width);
        int k = window.kernel();
        double[][] matrix = new double[height * width][rows * columns];
        for (int oh = 0; oh < rows; oh++) {
            for (int ow = 0; ow < columns; ow++) {
                for (int tap = 0; tap < k * k; tap++) {
                    int h = oh * window.stride() - window.padding() + tap / k * window.dilation();
                    int w = ow * window.stride() - window.padding() + tap % k * window.dilation();
                    if (h < 0 || h >= height || w < 0 || w >= width) continue;
                    matrix[h * width + w][oh * columns + ow] = kernel[tap / k][tap % k];
                }
            }
        }
        return matrix;
    }
}
