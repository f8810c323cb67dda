package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Paints every image on the first one.
@KnownWrong(task = "3.5", hint = "firstImageOnly", part = "images", expected = "3", actual = "12")
public class ScatterFirstImageOnly implements ConvolutionMatrix {

    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        Shape in = x.shape();
        int k = weight.shape().h();
        int channels = weight.shape().c();
        Shape out = Shape.of(in.n(), channels, stride * (in.h() - 1) + k, stride * (in.w() - 1) + k);
        float[] y = new float[out.size()];
        for (int input = 0; input < in.size(); input++) {
            int n = input / in.planeSize() / in.c();
            int ci = input / in.planeSize() % in.c();
            int i = input / in.w() % in.h();
            int j = input % in.w();
            for (int tap = 0; tap < channels * k * k; tap++) {
                int co = tap / (k * k);
                int kh = tap / k % k;
                int kw = tap % k;
                y[out.index(0, co, i * stride + kh, j * stride + kw)] += x.get(n, ci, i, j) * weight.get(ci, co, kh, kw);
            }
        }
        return Tensor.of(out, y);
    }
}
