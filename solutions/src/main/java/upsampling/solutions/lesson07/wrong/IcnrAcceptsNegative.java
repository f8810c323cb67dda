package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Squares the factor without looking at its sign.
@KnownWrong(task = "7.4", hint = "acceptsNegative", part = "refusal", expected = "IllegalArgumentException", actual = "a result")
public class IcnrAcceptsNegative implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r == 0) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        int size = in.c() * in.planeSize();
        for (int o = 0; o < weight.length; o++) weight[o] = values[o / size / (r * r) * size + o % size];
        return Tensor.of(out, weight);
    }
}
