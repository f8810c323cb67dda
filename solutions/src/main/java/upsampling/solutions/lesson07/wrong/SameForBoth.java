package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Uses PyTorch's order whatever is asked for.
@KnownWrong(task = "7.3", hint = "sameForBoth", part = "dcr", expected = "2", actual = "1")
public class SameForBoth implements SubPixels {

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        int r = blockSize;
        Shape in = x.shape();
        if (!order.equals("CRD") && !order.equals("DCR")) throw new IllegalArgumentException("unknown order " + order);
        if (r < 1 || in.c() % (r * r) != 0) throw new IllegalArgumentException("depthToSpace: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() / (r * r), r * in.h(), r * in.w());
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int n = o / out.planeSize() / out.c();
            int c = o / out.planeSize() % out.c();
            int h = o / out.w() % out.h();
            int w = o % out.w();
            int a = h % r;
            int b = w % r;
            int from = c * r * r + a * r + b;
            y[o] = x.get(n, from, h / r, w / r);
        }
        return Tensor.of(out, y);
    }
}
