package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Begins group j at input channel j: right only where a group has one channel.
@KnownWrong(task = "3.3", hint = "groupsOfOneChannel", part = "groups", expected = "4300", actual = "430")
public class GroupsOfOneChannel implements ConvolutionMatrix {

    @Override
    public Tensor conv2d(Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        Shape in = x.shape();
        int k = window.kernel();
        int channels = weight.shape().c();
        Shape out = Shape.of(in.n(), weight.shape().n(), window.outputSize(in.h()), window.outputSize(in.w()));
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            int n = i / out.planeSize() / out.c();
            int co = i / out.planeSize() % out.c();
            int top = i / out.w() % out.h() * window.stride() - window.padding();
            int left = i % out.w() * window.stride() - window.padding();
            int first = co / (out.c() / groups);
            y[i] = bias[co];
            for (int tap = 0; tap < channels * k * k; tap++) {
                int ci = tap / (k * k);
                int kh = tap / k % k;
                int kw = tap % k;
                int h = top + kh * window.dilation();
                int w = left + kw * window.dilation();
                if (h < 0 || h >= in.h() || w < 0 || w >= in.w()) continue;
                y[i] += weight.get(co, ci, kh, kw) * x.get(n, first + ci, h, w);
            }
        }
        return Tensor.of(out, y);
    }
}
