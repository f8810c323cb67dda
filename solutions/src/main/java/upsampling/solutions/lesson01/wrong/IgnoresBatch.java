package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Reads every image of the batch from the first one.
@KnownWrong(task = "1.2", hint = "ignoresBatch", part = "batch", expected = "9", actual = "4")
public class IgnoresBatch implements Pooling {

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
            for (int kh = 0; kh < window.kernel(); kh++) {
                for (int kw = 0; kw < window.kernel(); kw++) {
                    int h = h0 + kh * window.dilation();
                    int w = w0 + kw * window.dilation();
                    if (h < 0 || h >= in.h() || w < 0 || w >= in.w()) continue;
                    float v = x.get(0, plane % in.c(), h, w);
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
