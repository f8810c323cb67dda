package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Fills a block from its lowest row upwards.
@KnownWrong(task = "7.1", hint = "upsideDown", part = "channels", expected = "0", actual = "2")
public class ShuffleUpsideDown implements SubPixels {

    @Override
    public Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        int r = upscaleFactor;
        Shape in = x.shape();
        if (r < 1 || in.c() % (r * r) != 0) throw new IllegalArgumentException("pixelShuffle: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() / (r * r), r * in.h(), r * in.w());
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int n = o / out.planeSize() / out.c();
            int c = o / out.planeSize() % out.c();
            int h = o / out.w() % out.h();
            int w = o % out.w();
            y[o] = x.get(n, c * r * r + (r - 1 - h % r) * r + w % r, h / r, w / r);
        }
        return Tensor.of(out, y);
    }
}
