package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Gives every phase the taps of the first one.
@KnownWrong(task = "7.6", hint = "firstPhaseOnly", part = "hand", expected = "11", actual = "10")
public class FirstPhaseOnly implements SubPixels {

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
            int co = q / (r * r);
            int ci = o / out.planeSize() % out.c();
            int u = o / m % m;
            int v = o % m;
            subpixel[o] = weight.get(ci, co, r * (m - 1 - u), r * (m - 1 - v));
        }
        return Tensor.of(out, subpixel);
    }
}
