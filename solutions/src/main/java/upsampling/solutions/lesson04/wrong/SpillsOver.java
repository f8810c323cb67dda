package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Checks the place in the plane, but neither row nor column.
@KnownWrong(task = "4.4", hint = "spillsOver", part = "ones", expected = "1", actual = "3")
public class SpillsOver implements TransposedConvolution {

    @Override
    public Tensor convTranspose2d(Tensor x, Tensor weight, float[] bias, Window window, int outputPadding, int groups) {
        Shape in = x.shape();
        int inPerGroup = in.c() / groups;
        int outPerGroup = weight.shape().c();
        int stamp = window.dilation() * (window.kernel() - 1) + 1;
        int height = window.stride() * (in.h() - 1) + stamp - 2 * window.padding() + outputPadding;
        int width = window.stride() * (in.w() - 1) + stamp - 2 * window.padding() + outputPadding;
        Shape out = Shape.of(in.n(), outPerGroup * groups, height, width);
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) y[o] = bias[o / out.planeSize() % out.c()];
        float[] cells = x.toArray();
        for (int from = 0; from < cells.length; from++) {
            int n = from / in.planeSize() / in.c();
            int ci = from / in.planeSize() % in.c();
            for (int co = 0; co < out.c(); co++) {
                if (ci / inPerGroup != co / outPerGroup) continue;
                for (int u = 0; u < window.kernel(); u++) {
                    for (int v = 0; v < window.kernel(); v++) {
                        int h = from / in.w() % in.h() * window.stride() - window.padding() + u * window.dilation();
                        int w = from % in.w() * window.stride() - window.padding() + v * window.dilation();
                        int place = h * width + w;
                        if (place < 0 || place >= out.planeSize()) continue;
                        y[out.index(n, co, 0, 0) + place] += cells[from] * weight.get(ci, co % outPerGroup, u, v);
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }
}
