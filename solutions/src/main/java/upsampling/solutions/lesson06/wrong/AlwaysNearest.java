package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Copies cells in both modes.
@KnownWrong(task = "6.3", hint = "alwaysNearest", part = "bilinear", expected = "40.25", actual = "28")
public class AlwaysNearest implements Repairs {

    @Override
    public Tensor resizeConv(Tensor x, Tensor weight, int scale, String mode) {
        if (!mode.equals("nearest") && !mode.equals("bilinear")) throw new IllegalArgumentException("unknown mode " + mode);
        if (scale < 1) throw new IllegalArgumentException("scale must be >= 1, but was " + scale);
        if (weight.shape().h() % 2 == 0) throw new IllegalArgumentException("the kernel must be odd, but was " + weight.shape().h());
        Shape in = x.shape();
        Shape out = Shape.of(in.n(), weight.shape().n(), scale * in.h(), scale * in.w());
        float[] y = new float[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int ci = 0; ci < in.c(); ci++) {
                double[][] fine = resized(x.plane(n, ci), scale);
                for (int co = 0; co < out.c(); co++) addConvolved(fine, weight.plane(co, ci), y, out.index(n, co, 0, 0));
            }
        }
        return Tensor.of(out, y);
    }

    private static double[][] resized(double[][] plane, int scale) {
        double[][] fine = new double[scale * plane.length][scale * plane[0].length];
        for (int h = 0; h < fine.length; h++) {
            for (int w = 0; w < fine[0].length; w++) {
                fine[h][w] = plane[h / scale][w / scale];
            }
        }
        return fine;
    }

    private static void addConvolved(double[][] fine, double[][] kernel, float[] y, int first) {
        int k = kernel.length;
        int width = fine[0].length;
        for (int i = 0; i < fine.length * width; i++) {
            for (int tap = 0; tap < k * k; tap++) {
                int h = i / width + tap / k - k / 2;
                int w = i % width + tap % k - k / 2;
                if (h < 0 || h >= fine.length || w < 0 || w >= width) continue;
                y[first + i] += kernel[tap / k][tap % k] * fine[h][w];
            }
        }
    }
}
