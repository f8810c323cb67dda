package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Takes the mean of the gradients for the bias.
@KnownWrong(task = "4.6", hint = "meanBias", part = "gradBias", expected = "120", actual = "7.5")
public class MeanBias implements TransposedConvolution {

    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        Shape in = x.shape();
        Shape taps = weight.shape();
        Shape out = gradOutput.shape();
        float[] cells = x.toArray();
        float[] gradInput = new float[in.size()];
        float[] gradWeight = new float[taps.size()];
        for (int from = 0; from < gradInput.length; from++) {
            int n = from / in.planeSize() / in.c();
            int ci = from / in.planeSize() % in.c();
            for (int co = 0; co < out.c(); co++) {
                for (int u = 0; u < taps.h(); u++) {
                    for (int v = 0; v < taps.w(); v++) {
                        int h = from / in.w() % in.h() * window.stride() - window.padding() + u * window.dilation();
                        int w = from % in.w() * window.stride() - window.padding() + v * window.dilation();
                        if (h < 0 || h >= out.h() || w < 0 || w >= out.w()) continue;
                        float g = gradOutput.get(n, co, h, w);
                        gradInput[from] += weight.get(ci, co, u, v) * g;
                        gradWeight[taps.index(ci, co, u, v)] += cells[from] * g;
                    }
                }
            }
        }
        float[] gradients = gradOutput.toArray();
        float[] gradBias = new float[out.c()];
        for (int o = 0; o < gradients.length; o++) gradBias[o / out.planeSize() % out.c()] += gradients[o] / (out.n() * out.planeSize());
        return new Gradients(Tensor.of(in, gradInput), Tensor.of(taps, gradWeight), gradBias);
    }
}
