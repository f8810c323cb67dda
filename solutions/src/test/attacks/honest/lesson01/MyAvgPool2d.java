package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

public class MyAvgPool2d implements Pooling {
    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(window.outputSize(in.h(), ceilMode), window.outputSize(in.w(), ceilMode));
        float[] means = new float[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int oh = 0; oh < out.h(); oh++) {
                    for (int ow = 0; ow < out.w(); ow++) means[out.index(n, c, oh, ow)] = mean(x, n, c, oh, ow, window, countIncludePad);
                }
            }
        }
        return Tensor.of(out, means);
    }

    private static float mean(Tensor x, int n, int c, int oh, int ow, Window window, boolean countIncludePad) {
        Shape in = x.shape();
        int h0 = oh * window.stride() - window.padding();
        int w0 = ow * window.stride() - window.padding();
        int counted = 0;
        double sum = 0;
        for (int h = Math.max(h0, 0); h < Math.min(h0 + window.kernel(), in.h()); h++) {
            for (int w = Math.max(w0, 0); w < Math.min(w0 + window.kernel(), in.w()); w++) {
                sum += x.get(n, c, h, w);
                counted++;
            }
        }
        int rows = Math.min(h0 + window.kernel(), in.h() + window.padding()) - h0;
        int columns = Math.min(w0 + window.kernel(), in.w() + window.padding()) - w0;
        return (float) (sum / (countIncludePad ? rows * columns : counted));
    }
}
