package upsampling.solutions.lesson07.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.SubPixels;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Rotates the filters by 180 degrees.
@KnownWrong(task = "7.4", hint = "flipsFilters", part = "filters", expected = "1", actual = "4")
public class FlipsFilters implements SubPixels {

    @Override
    public Tensor icnr(Tensor filters, int upscaleFactor) {
        int r = upscaleFactor;
        if (r < 1) throw new IllegalArgumentException("icnr: r = " + r);
        Shape in = filters.shape();
        Shape out = Shape.of(in.n() * r * r, in.c(), in.h(), in.w());
        float[] values = filters.toArray();
        float[] weight = new float[out.size()];
        int plane = in.planeSize();
        for (int o = 0; o < weight.length; o++) {
            int from = o / plane / in.c() / (r * r) * in.c() + o / plane % in.c();
            weight[o] = values[from * plane + plane - 1 - o % plane];
        }
        return Tensor.of(out, weight);
    }
}
