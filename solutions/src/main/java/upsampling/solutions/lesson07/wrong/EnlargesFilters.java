package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Enlarges the filters themselves.
@KnownWrong(task = "7.4", hint = "enlargesFilters", part = "one", expected = "shape [8, 1, 1, 1]", actual = "shape [2, 1, 2, 2]")
public class EnlargesFilters implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n(), in.c(), r * in.h(), r * in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        for (int o = 0; o < weight.length; o++) {
            int row = o / out.w() / out.h() * in.h() + o / out.w() % out.h() / r;
            weight[o] = values[row * in.w() + o % out.w() / r];
        }
        return Tensor.of(out, weight);
    }
}
