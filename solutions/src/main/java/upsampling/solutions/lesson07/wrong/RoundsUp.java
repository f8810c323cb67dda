package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Fills the kernel up with zeros until r divides it.
@KnownWrong(task = "7.6", hint = "roundsUp", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class RoundsUp implements SubPixels {

    @Override
    public Tensor subpixelFromTransposed(Tensor weight, int upscaleFactor) {
        int r = upscaleFactor;
        Shape in = weight.shape();
        if (r < 1 || in.h() != in.w()) throw new IllegalArgumentException("subpixelFromTransposed: " + in + " with r = " + r);
        int m = Math.ceilDiv(in.h(), r);
        Shape out = Shape.of(in.c() * r * r, in.n(), m, m);
        float[] subpixel = new float[out.size()];
        for (int o = 0; o < subpixel.length; o++) {
            int q = o / out.planeSize() / out.c();
            int co = q / (r * r);
            int a = q / r % r;
            int b = q % r;
            int ci = o / out.planeSize() % out.c();
            int u = o / m % m;
            int v = o % m;
            int row = r * (m - 1 - u) + a;
            int column = r * (m - 1 - v) + b;
            subpixel[o] = row < in.h() && column < in.w() ? weight.get(ci, co, row, column) : 0;
        }
        return Tensor.of(out, subpixel);
    }
}
