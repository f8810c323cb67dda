package upsampling.solutions.lesson04.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Enlarges the gradient once more instead of bringing it back to the size of the input.
@KnownWrong(task = "4.6", hint = "stampsAgain", part = "gradInput", expected = "shape [1, 1, 2, 2]", actual = "shape [1, 1, 8, 8]")
public class StampsAgain implements TransposedConvolution {

    @Override
    public Gradients backward(Tensor x, Tensor weight, Window window, Tensor gradOutput) {
        Shape in = x.shape();
        Shape taps = weight.shape();
        Shape out = gradOutput.shape();
        float[] cells = x.toArray();
        Shape larger = in.withSize(window.transposedOutputSize(out.h()), window.transposedOutputSize(out.w()));
        float[] gradWeight = new float[taps.size()];
        for (int from = 0; from < cells.length; from++) {
            int n = from / in.planeSize() / in.c();
            int ci = from / in.planeSize() % in.c();
            for (int co = 0; co < out.c(); co++) {
                for (int u = 0; u < taps.h(); u++) {
                    for (int v = 0; v < taps.w(); v++) {
                        int h = from / in.w() % in.h() * window.stride() - window.padding() + u * window.dilation();
                        int w = from % in.w() * window.stride() - window.padding() + v * window.dilation();
                        if (h < 0 || h >= out.h() || w < 0 || w >= out.w()) continue;
                        float g = gradOutput.get(n, co, h, w);
                        gradWeight[taps.index(ci, co, u, v)] += cells[from] * g;
                    }
                }
            }
        }
        float[] gradients = gradOutput.toArray();
        float[] gradInput = new float[larger.size()];
        for (int o = 0; o < gradients.length; o++) {
            int n = o / out.planeSize() / out.c();
            for (int ci = 0; ci < in.c(); ci++) {
                for (int u = 0; u < taps.h(); u++) {
                    for (int v = 0; v < taps.w(); v++) {
                        int h = o / out.w() % out.h() * window.stride() - window.padding() + u * window.dilation();
                        int w = o % out.w() * window.stride() - window.padding() + v * window.dilation();
                        if (h < 0 || h >= larger.h() || w < 0 || w >= larger.w()) continue;
                        float weighted = weight.get(ci, o / out.planeSize() % out.c(), u, v) * gradients[o];
                        gradInput[larger.index(n, ci, h, w)] += weighted;
                    }
                }
            }
        }
        float[] gradBias = new float[out.c()];
        for (int o = 0; o < gradients.length; o++) gradBias[o / out.planeSize() % out.c()] += gradients[o];
        return new Gradients(Tensor.of(larger, gradInput), Tensor.of(taps, gradWeight), gradBias);
    }
}
