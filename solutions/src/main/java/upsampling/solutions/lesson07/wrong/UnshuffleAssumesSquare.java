package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Makes a picture as wide as it is high.
@KnownWrong(task = "7.2", hint = "assumesSquare", part = "batch", expected = "shape [2, 4, 1, 2]", actual = "shape [2, 4, 1, 1]")
public class UnshuffleAssumesSquare implements SubPixels {

    @Override
    public Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.h() % r != 0 || in.w() % r != 0) throw new IllegalArgumentException("pixelUnshuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h() / r, in.h() / r);
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
