package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Drops the rows and columns that do not fill a block.
@KnownWrong(task = "7.2", hint = "dropsRest", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class UnshuffleDropsRest implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        Shape in = x.shape();
        if (r < 1) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.w() / r);
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int n = o / out.planeSize() / out.c();
            int q = o / out.planeSize() % out.c();
            int i = o / out.w() % out.h();
            int j = o % out.w();
            int c = q / (r * r);
            int a = q / r % r;
            int b = q % r;
            y[o] = x.get(n, c, r * i + a, r * j + b);
        }
        return Tensor.of(out, y);
    }
}
