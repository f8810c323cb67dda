package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Takes the word literally: rows of the kernel become columns.
@KnownWrong(task = "4.3", hint = "transposesKernel", part = "stride1", expected = "1", actual = "4")
public class TransposesKernel implements TransposedConvolution {

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
        int q = d * (k - 1) - window.padding();
        int height = apart.h() + 2 * q - d * (k - 1) + outputPadding;
        int width = apart.w() + 2 * q - d * (k - 1) + outputPadding;
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
                        y[o] += z[apart.index(n, ci, row, column)] * weight.get(ci, co, b, a);
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }
}
