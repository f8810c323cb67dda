package upsampling.solutions.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The reference solution of lesson 1: the formulas of the tasks, loop for loop.
public class Reference implements Pooling {

    @Override
    public int outputSize(int size, Window window, boolean ceilMode) {
        int room = size + 2 * window.padding() - window.effectiveKernel();
        int windows = Math.floorDiv(room + (ceilMode ? window.stride() - 1 : 0), window.stride()) + 1;
        if (ceilMode && (windows - 1) * window.stride() >= size + window.padding()) windows--;
        if (windows < 1) {
            throw new IllegalArgumentException(("outputSize: the size would be %d = floor((%d + 2*%d - %d*(%d-1) - 1) / %d) + 1, at least 1 is needed; "
                + "more padding would fit").formatted(windows, size, window.padding(), window.dilation(), window.kernel(), window.stride()));
        }
        return windows;
    }

    @Override
    public Pooled maxPool2d(Tensor x, Window window) {
        Shape in = x.shape();
        Shape out = in.withSize(outputSize(in.h(), window, false), outputSize(in.w(), window, false));
        float[] values = new float[out.size()];
        int[] indices = new int[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int oh = 0; oh < out.h(); oh++) {
                    for (int ow = 0; ow < out.w(); ow++) {
                        int best = strongest(x, n, c, oh, ow, window);
                        int i = out.index(n, c, oh, ow);
                        indices[i] = best;
                        values[i] = x.get(n, c, best / in.w(), best % in.w());
                    }
                }
            }
        }
        return new Pooled(Tensor.of(out, values), indices);
    }

    /// Returns the index of the first maximum of a window in its plane.
    private static int strongest(Tensor x, int n, int c, int oh, int ow, Window window) {
        Shape in = x.shape();
        int best = -1;
        float max = Float.NEGATIVE_INFINITY;
        for (int kh = 0; kh < window.kernel(); kh++) {
            int h = oh * window.stride() - window.padding() + kh * window.dilation();
            if (h < 0 || h >= in.h()) continue;
            for (int kw = 0; kw < window.kernel(); kw++) {
                int w = ow * window.stride() - window.padding() + kw * window.dilation();
                if (w < 0 || w >= in.w()) continue;
                float v = x.get(n, c, h, w);
                if (best < 0 || v > max || Float.isNaN(v)) {
                    max = v;
                    best = h * in.w() + w;
                }
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("maxPool2d: window [%d, %d] holds no cell of the input %s; use less padding or dilation".formatted(oh, ow, in));
        }
        return best;
    }

    @Override
    public Tensor avgPool2d(Tensor x, Window window, boolean ceilMode, boolean countIncludePad) {
        Shape in = x.shape();
        Shape out = in.withSize(outputSize(in.h(), window, ceilMode), outputSize(in.w(), window, ceilMode));
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

    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        return (long) outHeight * outWidth * outChannels * inChannels * window.kernel() * window.kernel();
    }

    @Override
    public ReceptiveField receptiveField(Window[] layers) {
        int size = 1;
        int jump = 1;
        for (Window layer : layers) {
            size += layer.dilation() * (layer.kernel() - 1) * jump;
            jump *= layer.stride();
        }
        return new ReceptiveField(size, jump);
    }

    @Override
    public Tensor maxPool2dBackward(Tensor gradOutput, int[] indices, int height, int width) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        for (int i = 0; i < given.length; i++) {
            int plane = i / (out.h() * out.w());
            gradInput[plane * height * width + indices[i]] += given[i];
        }
        return Tensor.of(in, gradInput);
    }
}
