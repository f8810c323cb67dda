package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Sorts the filters in the order DCR.
@KnownWrong(task = "7.6", hint = "dcrOrder", part = "channels", expected = "1", actual = "4")
public class SubpixelDcr implements SubPixels {

    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        int r = upscaleFactor;
        Shape in = weight.shape();
        if (r < 1 || in.h() != in.w() || in.h() % r != 0) throw new IllegalArgumentException("subpixelFromTransposed: " + in + " with r = " + r);
        int m = in.h() / r;
        Shape out = Shape.of(in.c() * r * r, in.n(), m, m);
        float[] subpixel = new float[out.size()];
        for (int o = 0; o < subpixel.length; o++) {
            int q = o / out.planeSize() / out.c();
            int co = q % in.c();
            int a = q / in.c() / r;
            int b = q / in.c() % r;
            int ci = o / out.planeSize() % out.c();
            int u = o / m % m;
            int v = o % m;
            subpixel[o] = weight.get(ci, co, r * (m - 1 - u) + a, r * (m - 1 - v) + b);
        }
        return Tensor.of(out, subpixel);
    }
}
