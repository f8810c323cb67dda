package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Gives the filter to the first sub-pixel of each block only.
@KnownWrong(task = "7.4", hint = "onlyFirstSubpixel", part = "one", expected = "1", actual = "0")
public class OnlyFirstSubpixel implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        int size = in.c() * in.planeSize();
        for (int o = 0; o < weight.length; o++) weight[o] = o / size % (r * r) == 0 ? values[o / size / (r * r) * size + o % size] : 0;
        return Tensor.of(out, weight);
    }
}
