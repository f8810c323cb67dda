package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Connects every input channel with every output channel.
@KnownWrong(task = "4.4", hint = "ignoresGroups", part = "groups", expected = "shape [1, 4, 1, 1]", actual = "shape [1, 2, 1, 1]")
public class IgnoresGroups implements TransposedConvolution {

    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Shape in = x.shape();
        int outPerGroup = weight.shape().c();
        int stamp = window.dilation() * (window.kernel() - 1) + 1;
        int height = window.stride() * (in.h() - 1) + stamp - 2 * window.padding() + outputPadding;
        int width = window.stride() * (in.w() - 1) + stamp - 2 * window.padding() + outputPadding;
        Shape out = Shape.of(in.n(), outPerGroup, height, width);
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) y[o] = bias[o / out.planeSize() % out.c()];
        float[] cells = x.toArray();
        for (int from = 0; from < cells.length; from++) {
            int n = from / in.planeSize() / in.c();
            int ci = from / in.planeSize() % in.c();
            for (int co = 0; co < out.c(); co++) {
                for (int u = 0; u < window.kernel(); u++) {
                    for (int v = 0; v < window.kernel(); v++) {
                        int h = from / in.w() % in.h() * window.stride() - window.padding() + u * window.dilation();
                        int w = from % in.w() * window.stride() - window.padding() + v * window.dilation();
                        if (h < 0 || h >= height || w < 0 || w >= width) continue;
                        y[out.index(n, co, h, w)] += cells[from] * weight.get(ci, co % outPerGroup, u, v);
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }
}
