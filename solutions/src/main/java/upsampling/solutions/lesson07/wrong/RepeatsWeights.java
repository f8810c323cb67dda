package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Repeats every weight by itself.
@KnownWrong(task = "7.4", hint = "repeatsWeights", part = "filters", expected = "2", actual = "1")
public class RepeatsWeights implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        for (int o = 0; o < weight.length; o++) weight[o] = values[o / (r * r)];
        return Tensor.of(out, weight);
    }
}
