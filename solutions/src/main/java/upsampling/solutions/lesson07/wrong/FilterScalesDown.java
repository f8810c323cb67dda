package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Shares a filter out among its sub-pixels.
@KnownWrong(task = "7.4", hint = "scalesDown", part = "one", expected = "1", actual = "0.25")
public class FilterScalesDown implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        int size = in.c() * in.planeSize();
        for (int o = 0; o < weight.length; o++) weight[o] = values[o / size / (r * r) * size + o % size] / (r * r);
        return Tensor.of(out, weight);
    }
}
