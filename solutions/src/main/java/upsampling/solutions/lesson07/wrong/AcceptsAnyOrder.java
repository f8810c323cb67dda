package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Takes every order but CRD for DCR.
@KnownWrong(task = "7.3", hint = "acceptsAnyOrder", part = "order", expected = "IllegalArgumentException", actual = "a result")
public class AcceptsAnyOrder implements SubPixels {

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        int r = blockSize;
        Shape in = x.shape();
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
            int from = order.equals("CRD") ? c * r * r + a * r + b : (a * r + b) * out.c() + c;
            y[o] = x.get(n, from, h / r, w / r);
        }
        return Tensor.of(out, y);
    }
}
