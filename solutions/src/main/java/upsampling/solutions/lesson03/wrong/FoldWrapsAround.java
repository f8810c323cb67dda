package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Checks the number of the cell only: beside the picture it is the number of a cell in another row.
@KnownWrong(task = "3.6", hint = "wrapsAround", part = "padded", expected = "7", actual = "11")
public class FoldWrapsAround implements ConvolutionMatrix {

    @Override
    public Tensor col2im(Tensor columns, int height, int width, Window window) {
        Shape table = columns.shape();
        int k = window.kernel();
        int perRow = window.outputSize(width);
        Shape out = Shape.of(table.n(), table.h() / (k * k), height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < table.size(); i++) {
            int n = i / table.planeSize();
            int row = i / table.w() % table.h();
            int column = i % table.w();
            int c = row / (k * k);
            int kh = row / k % k;
            int kw = row % k;
            int h = column / perRow * window.stride() - window.padding() + kh * window.dilation();
            int w = column % perRow * window.stride() - window.padding() + kw * window.dilation();
            int cell = h * width + w;
            if (cell < 0 || cell >= height * width) continue;
            y[out.index(n, c, 0, 0) + cell] += columns.get(n, 0, row, column);
        }
        return Tensor.of(out, y);
    }
}
