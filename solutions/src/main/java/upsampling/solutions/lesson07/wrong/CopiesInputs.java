package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Copies along the axis of the input channels.
@KnownWrong(task = "7.4", hint = "copiesInputs", part = "one", expected = "shape [8, 1, 1, 1]", actual = "shape [2, 4, 1, 1]")
public class CopiesInputs implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n(), in.c() * r * r, in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        for (int o = 0; o < weight.length; o++) weight[o] = values[o / in.planeSize() / (r * r) * in.planeSize() + o % in.planeSize()];
        return Tensor.of(out, weight);
    }
}
