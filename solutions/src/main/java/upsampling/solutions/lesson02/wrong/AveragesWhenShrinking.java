package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Averages the cells that an output covers when the picture gets smaller.
@KnownWrong(task = "2.5", hint = "averages", part = "shrink", expected = "6", actual = "6.66667")
public class AveragesWhenShrinking implements Resizing {

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        Shape in = x.shape();
        Shape out = in.withSize(height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            int n = i / (height * width) / in.c();
            int c = i / (height * width) % in.c();
            double[] rows = weights(i / width % height, in.h(), height, alignment);
            double[] columns = weights(i % width, in.w(), width, alignment);
            for (int h = 0; h < in.h(); h++) {
                for (int w = 0; w < in.w(); w++) y[i] += (float) (rows[h] * columns[w] * x.get(n, c, h, w));
            }
        }
        return Tensor.of(out, y);
    }

    private static double[] weights(int o, int in, int out, String alignment) {
        double[] weights = new double[in];
        if (alignment.equals("half-pixel") && out < in) {
            int begin = o * in / out;
            int end = Math.ceilDiv((o + 1) * in, out);
            for (int i = begin; i < end; i++) weights[i] = 1.0 / (end - begin);
            return weights;
        }
        double src = alignment.equals("half-pixel") ? Math.max(0, (o + 0.5) * in / out - 0.5) : out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
        int left = (int) src;
        weights[left] += 1 - (src - left);
        weights[Math.min(left + 1, in - 1)] += src - left;
        return weights;
    }
}
