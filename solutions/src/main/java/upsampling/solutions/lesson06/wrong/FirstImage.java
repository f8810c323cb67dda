package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Computes every image from the first one.
@KnownWrong(task = "6.3", hint = "firstImage", part = "channels", expected = "19", actual = "7")
public class FirstImage implements Repairs {

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
                double[][] fine = resized(x.plane(0, ci), scale, mode);
                for (int co = 0; co < out.c(); co++) addConvolved(fine, weight.plane(co, ci), y, out.index(n, co, 0, 0));
            }
        }
        return Tensor.of(out, y);
    }

    private static double[][] resized(double[][] plane, int scale, String mode) {
        double[][] fine = new double[scale * plane.length][scale * plane[0].length];
        boolean copies = mode.equals("nearest");
        for (int h = 0; h < fine.length; h++) {
            for (int w = 0; w < fine[0].length; w++) {
                fine[h][w] = copies ? plane[h / scale][w / scale] : between(plane, source(h, scale), source(w, scale));
            }
        }
        return fine;
    }

    private static double source(int cell, int scale) {
        return Math.max(0, (cell + 0.5) / scale - 0.5);
    }

    private static double between(double[][] plane, double down, double across) {
        int top = (int) down;
        int left = (int) across;
        int bottom = Math.min(top + 1, plane.length - 1);
        int right = Math.min(left + 1, plane[0].length - 1);
        double upper = plane[top][left] + (across - left) * (plane[top][right] - plane[top][left]);
        double lower = plane[bottom][left] + (across - left) * (plane[bottom][right] - plane[bottom][left]);
        return upper + (down - top) * (lower - upper);
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
