package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Puts the channels beside each other, as whole pictures.
@KnownWrong(task = "7.3", hint = "pastesTiles", part = "oneChannel", expected = "4", actual = "1")
public class SpacePastesTiles implements SubPixels {

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
            int a = h / in.h();
            int b = w / in.w();
            int from = order.equals("CRD") ? c * r * r + a * r + b : (a * r + b) * out.c() + c;
            y[o] = x.get(n, from, h % in.h(), w % in.w());
        }
        return Tensor.of(out, y);
    }
}
