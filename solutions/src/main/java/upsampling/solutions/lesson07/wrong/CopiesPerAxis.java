package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Copies a filter r times only.
@KnownWrong(task = "7.4", hint = "copiesPerAxis", part = "one", expected = "shape [8, 1, 1, 1]", actual = "shape [4, 1, 1, 1]")
public class CopiesPerAxis implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        int size = in.c() * in.planeSize();
        for (int o = 0; o < weight.length; o++) weight[o] = values[o / size / r * size + o % size];
        return Tensor.of(out, weight);
    }
}
