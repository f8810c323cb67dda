package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Divides by the cells of the input alone, whatever was asked for.
@KnownWrong(task = "1.3", hint = "neverCountsPadding", part = "include", expected = "1.33333", actual = "3")
public class NeverCountsPadding implements Pooling {

    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(windows(in.h(), window, ceilMode), windows(in.w(), window, ceilMode));
        float[] means = new float[out.size()];
        for (int i = 0; i < means.length; i++) {
            int plane = i / (out.h() * out.w());
            int h0 = i / out.w() % out.h() * window.stride() - window.padding();
            int w0 = i % out.w() * window.stride() - window.padding();
            int h1 = Math.min(h0 + window.kernel(), in.h());
            int w1 = Math.min(w0 + window.kernel(), in.w());
            float sum = 0;
            for (int h = Math.max(h0, 0); h < h1; h++) {
                for (int w = Math.max(w0, 0); w < w1; w++) sum += x.get(plane / in.c(), plane % in.c(), h, w);
            }
            means[i] = sum / ((h1 - Math.max(h0, 0)) * (w1 - Math.max(w0, 0)));
        }
        return Tensor.of(out, means);
    }

    private static int windows(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.kernel();
        int windows = (room + (ceilMode ? window.stride() - 1 : 0)) / window.stride() + 1;
        return ceilMode && (windows - 1) * window.stride() >= size + window.padding() ? windows - 1 : windows;
    }
}
