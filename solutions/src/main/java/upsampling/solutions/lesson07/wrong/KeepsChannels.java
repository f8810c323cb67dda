package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Leaves the input channels on the first axis.
@KnownWrong(task = "7.6", hint = "keepsChannels", part = "channels", expected = "shape [12, 2, 1, 1]", actual = "shape [8, 3, 1, 1]")
public class KeepsChannels implements SubPixels {

    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        int r = upscaleFactor;
        Shape in = weight.shape();
        if (r < 1 || in.h() != in.w() || in.h() % r != 0) throw new IllegalArgumentException("subpixelFromTransposed: " + in + " with r = " + r);
        int m = in.h() / r;
        Shape out = Shape.of(in.n() * r * r, in.c(), m, m);
        float[] subpixel = new float[out.size()];
        for (int o = 0; o < subpixel.length; o++) {
            int q = o / out.planeSize() / out.c();
            int co = q / (r * r);
            int a = q / r % r;
            int b = q % r;
            int ci = o / out.planeSize() % out.c();
            int u = o / m % m;
            int v = o % m;
            subpixel[o] = weight.get(co, ci, r * (m - 1 - u) + a, r * (m - 1 - v) + b);
        }
        return Tensor.of(out, subpixel);
    }
}
