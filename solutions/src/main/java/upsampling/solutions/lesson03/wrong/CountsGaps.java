package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Takes the stride for the number of cells between two stamps.
@KnownWrong(task = "3.5", hint = "countsGaps", part = "stride2", expected = "shape [1, 1, 4, 4]", actual = "shape [1, 1, 5, 5]")
public class CountsGaps implements ConvolutionMatrix {

    @Override
    public Tensor scatterTranspose(Tensor x, Tensor weight, int stride) {
        Shape in = x.shape();
        int k = weight.shape().h();
        int channels = weight.shape().c();
        int step = stride + 1;
        Shape out = Shape.of(in.n(), channels, step * (in.h() - 1) + k, step * (in.w() - 1) + k);
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
                y[out.index(n, co, i * step + kh, j * step + kw)] += x.get(n, ci, i, j) * weight.get(ci, co, kh, kw);
            }
        }
        return Tensor.of(out, y);
    }
}
