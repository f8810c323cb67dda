package upsampling.solutions.lesson06.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Repairs;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Convolves the small picture and then resizes.
@KnownWrong(task = "6.3", hint = "convFirst", part = "nearest", expected = "28", actual = "77")
public class ConvFirst implements Repairs {

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
                for (int co = 0; co < out.c(); co++) {
                    double[][] fine = resized(convolved(x.plane(n, ci), weight.plane(co, ci)), scale, mode);
                    for (int i = 0; i < out.planeSize(); i++) y[out.index(n, co, 0, 0) + i] += fine[i / out.w()][i % out.w()];
                }
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

    private static double[][] convolved(double[][] plane, double[][] kernel) {
        int k = kernel.length;
        int width = plane[0].length;
        double[][] y = new double[plane.length][width];
        for (int i = 0; i < plane.length * width; i++) {
            for (int tap = 0; tap < k * k; tap++) {
                int h = i / width + tap / k - k / 2;
                int w = i % width + tap % k - k / 2;
                if (h < 0 || h >= plane.length || w < 0 || w >= width) continue;
                y[i / width][i % width] += kernel[tap / k][tap % k] * plane[h][w];
            }
        }
        return y;
    }
}
