package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Takes a negative padding for none.
@KnownWrong(task = "4.3", hint = "clampsPadding", part = "cutOff", expected = "5", actual = "4")
public class ClampsPadding implements TransposedConvolution {

    @Override
    public Tensor byZeroInsertion(Tensor x, Tensor weight, Window window, int outputPadding) {
        Shape in = x.shape();
        int s = window.stride();
        int d = window.dilation();
        int k = window.kernel();
        Shape apart = in.withSize(s * (in.h() - 1) + 1, s * (in.w() - 1) + 1);
        float[] z = new float[apart.size()];
        float[] cells = x.toArray();
        for (int i = 0; i < cells.length; i++) {
            int row = i / in.w() % in.h() * s;
            int column = i % in.w() * s;
            z[(i / in.planeSize() * apart.h() + row) * apart.w() + column] = cells[i];
        }
        int q = Math.max(0, d * (k - 1) - window.padding());
        int height = s * (in.h() - 1) + d * (k - 1) + 1 - 2 * window.padding() + outputPadding;
        int width = s * (in.w() - 1) + d * (k - 1) + 1 - 2 * window.padding() + outputPadding;
        Shape out = Shape.of(in.n(), weight.shape().c(), height, width);
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int n = o / out.planeSize() / out.c();
            int co = o / out.planeSize() % out.c();
            for (int ci = 0; ci < in.c(); ci++) {
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        int row = o / width % height - q + a * d;
                        int column = o % width - q + b * d;
                        if (row < 0 || row >= apart.h() || column < 0 || column >= apart.w()) continue;
                        y[o] += z[apart.index(n, ci, row, column)] * weight.get(ci, co, k - 1 - a, k - 1 - b);
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }
}
