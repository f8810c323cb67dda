package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Puts the first window on the picture, however large the padding is.
@KnownWrong(task = "3.6", hint = "ignoresPadding", part = "padded", expected = "7", actual = "1")
public class FoldIgnoresPadding implements ConvolutionMatrix {

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
            int h = column / perRow * window.stride() + kh * window.dilation();
            int w = column % perRow * window.stride() + kw * window.dilation();
            if (h < 0 || h >= height || w < 0 || w >= width) continue;
            y[out.index(n, c, h, w)] += columns.get(n, 0, row, column);
        }
        return Tensor.of(out, y);
    }
}
