package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Cuts the kernel into blocks.
@KnownWrong(task = "7.6", hint = "contiguousBlocks", part = "hand", expected = "10", actual = "5")
public class ContiguousBlocks implements SubPixels {

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
            int a = q / r % r;
            int b = q % r;
            int ci = o / out.planeSize() % out.c();
            int u = o / m % m;
            int v = o % m;
            subpixel[o] = weight.get(ci, co, a * m + m - 1 - u, b * m + m - 1 - v);
        }
        return Tensor.of(out, subpixel);
    }
}
