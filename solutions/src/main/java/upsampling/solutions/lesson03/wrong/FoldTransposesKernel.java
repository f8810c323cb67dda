package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Reads each window column by column.
@KnownWrong(task = "3.6", hint = "transposesKernel", part = "tiny", expected = "5", actual = "7")
public class FoldTransposesKernel implements ConvolutionMatrix {

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
            int kh = row % k;
            int kw = row / k % k;
            int h = column / perRow * window.stride() - window.padding() + kh * window.dilation();
            int w = column % perRow * window.stride() - window.padding() + kw * window.dilation();
            if (h < 0 || h >= height || w < 0 || w >= width) continue;
            y[out.index(n, c, h, w)] += columns.get(n, 0, row, column);
        }
        return Tensor.of(out, y);
    }
}
