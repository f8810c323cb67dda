package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Copies all filters one after the other, again and again: the order DCR.
@KnownWrong(task = "7.4", hint = "tiles", part = "one", expected = "1", actual = "2")
public class Tiles implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        for (int o = 0; o < weight.length; o++) weight[o] = values[o % values.length];
        return Tensor.of(out, weight);
    }
}
