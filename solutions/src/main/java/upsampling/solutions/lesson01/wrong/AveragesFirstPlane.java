package upsampling.solutions.lesson01.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Reads every plane from the first one.
@KnownWrong(task = "1.3", hint = "firstPlaneOnly", part = "planes", expected = "6.5", actual = "2.5")
public class AveragesFirstPlane implements Pooling {

    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(windows(in.h(), window, ceilMode), windows(in.w(), window, ceilMode));
        float[] means = new float[out.size()];
        for (int i = 0; i < means.length; i++) {
            int plane = i / (out.h() * out.w());
            int h0 = i / out.w() % out.h() * window.stride() - window.padding();
            int w0 = i % out.w() * window.stride() - window.padding();
            int inside = 0;
            float sum = 0;
            for (int h = Math.max(h0, 0); h < Math.min(h0 + window.kernel(), in.h()); h++) {
                for (int w = Math.max(w0, 0); w < Math.min(w0 + window.kernel(), in.w()); w++) {
                    sum += x.get(0, 0, h, w);
                    inside++;
                }
            }
            int rows = Math.min(h0 + window.kernel(), in.h() + window.padding()) - h0;
            int columns = Math.min(w0 + window.kernel(), in.w() + window.padding()) - w0;
            means[i] = sum / (countIncludePad ? rows * columns : inside);
        }
        return Tensor.of(out, means);
    }

    private static int windows(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.kernel();
        int windows = (room + (ceilMode ? window.stride() - 1 : 0)) / window.stride() + 1;
        return ceilMode && (windows - 1) * window.stride() >= size + window.padding() ? windows - 1 : windows;
    }
}
