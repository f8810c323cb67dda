package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Counts the windows column by column.
@KnownWrong(task = "3.6", hint = "columnByColumn", part = "windows", expected = "2", actual = "3")
public class ColumnByColumn implements ConvolutionMatrix {

    @Override
    public Tensor col2im(Tensor columns, int height, int width, Window window) {
        Shape table = columns.shape();
        int k = window.kernel();
        int perColumn = window.outputSize(height);
        Shape out = Shape.of(table.n(), table.h() / (k * k), height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < table.size(); i++) {
            int n = i / table.planeSize();
            int row = i / table.w() % table.h();
            int column = i % table.w();
            int c = row / (k * k);
            int kh = row / k % k;
            int kw = row % k;
            int h = column % perColumn * window.stride() - window.padding() + kh * window.dilation();
            int w = column / perColumn * window.stride() - window.padding() + kw * window.dilation();
            if (h < 0 || h >= height || w < 0 || w >= width) continue;
            y[out.index(n, c, h, w)] += columns.get(n, 0, row, column);
        }
        return Tensor.of(out, y);
    }
}
