package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Reads every picture of the batch from the first one.
@KnownWrong(task = "7.3", hint = "firstImageOnly", part = "batch", expected = "8", actual = "0")
public class SpacesFirstImage implements SubPixels {

    @Override
    public Tensor depthToSpace(Tensor x, int blockSize, String order) {
        int r = blockSize;
        Shape in = x.shape();
        if (!order.equals("CRD") && !order.equals("DCR")) throw new IllegalArgumentException("unknown order " + order);
        if (r < 1 || in.c() % (r * r) != 0) throw new IllegalArgumentException("depthToSpace: " + in + " with r = " + r);
        Shape out = Shape.of(in.n(), in.c() / (r * r), r * in.h(), r * in.w());
        float[] y = new float[out.size()];
        for (int o = 0; o < y.length; o++) {
            int c = o / out.planeSize() % out.c();
            int h = o / out.w() % out.h();
            int w = o % out.w();
            int a = h % r;
            int b = w % r;
            int from = order.equals("CRD") ? c * r * r + a * r + b : (a * r + b) * out.c() + c;
            y[o] = x.get(0, from, h / r, w / r);
        }
        return Tensor.of(out, y);
    }
}
