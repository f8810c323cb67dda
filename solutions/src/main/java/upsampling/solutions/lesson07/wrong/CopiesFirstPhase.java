package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Takes every r-th cell, from the first one on, for all channels.
@KnownWrong(task = "7.2", hint = "copiesFirstPhase", part = "channels", expected = "1", actual = "0")
public class CopiesFirstPhase implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.h() % r != 0 || in.w() % r != 0) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int n = o / out.planeSize() / out.c();
            int q = o / out.planeSize() % out.c();
            int i = o / out.w() % out.h();
            int j = o % out.w();
            int c = q / (r * r);
            y[o] = x.get(n, c, r * i, r * j);
        }
        return Tensor.of(out, y);
    }
}
