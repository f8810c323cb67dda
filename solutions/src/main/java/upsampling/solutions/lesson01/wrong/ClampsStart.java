package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Moves a start outside the input to 0, which changes the dilation phase; right for every dense window.
@KnownWrong(task = "1.2", hint = "clampsStart", part = "dilation", expected = "-6", actual = "0")
public class ClampsStart implements Pooling {

    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        Shape in = x.shape();
        Shape out = in.withSize(windows(in.h(), window), windows(in.w(), window));
        float[] values = new float[out.size()];
        int[] indices = new int[out.size()];
        for (int i = 0; i < values.length; i++) {
            int plane = i / (out.h() * out.w());
            int h0 = i / out.w() % out.h() * window.stride() - window.padding();
            int w0 = i % out.w() * window.stride() - window.padding();
            float max = Float.NEGATIVE_INFINITY;
            int best = -1;
            int hEnd = Math.min(h0 + window.effectiveKernel(), in.h());
            int wEnd = Math.min(w0 + window.effectiveKernel(), in.w());
            for (int h = Math.max(h0, 0); h < hEnd; h += window.dilation()) {
                for (int w = Math.max(w0, 0); w < wEnd; w += window.dilation()) {
                    float v = x.get(plane / in.c(), plane % in.c(), h, w);
                    if (best < 0 || v > max || Float.isNaN(v)) {
                        max = v;
                        best = h * in.w() + w;
                    }
                }
            }
            values[i] = max;
            indices[i] = best;
        }
        return new Pooled(Tensor.of(out, values), indices);
    }

    private static int windows(int size, Window window) {
        return Math.floorDiv(size + 2 * window.padding() - window.effectiveKernel(), window.stride()) + 1;
    }
}
