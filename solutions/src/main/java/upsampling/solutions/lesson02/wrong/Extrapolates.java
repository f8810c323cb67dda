package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Continues the line beyond the first and the last centre.
@KnownWrong(task = "2.5", hint = "extrapolates", part = "square", expected = "0", actual = "-3")
public class Extrapolates implements Resizing {

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        Shape in = x.shape();
        Shape out = in.withSize(height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            int n = i / (height * width) / in.c();
            int c = i / (height * width) % in.c();
            double srcH = source(i / width % height, in.h(), height, alignment);
            double srcW = source(i % width, in.w(), width, alignment);
            int top = Math.clamp((int) srcH, 0, Math.max(0, in.h() - 2));
            int left = Math.clamp((int) srcW, 0, Math.max(0, in.w() - 2));
            int bottom = Math.min(top + 1, in.h() - 1);
            int right = Math.min(left + 1, in.w() - 1);
            double v = srcH - top;
            double u = srcW - left;
            double upper = (1 - u) * x.get(n, c, top, left) + u * x.get(n, c, top, right);
            double lower = (1 - u) * x.get(n, c, bottom, left) + u * x.get(n, c, bottom, right);
            y[i] = (float) ((1 - v) * upper + v * lower);
        }
        return Tensor.of(out, y);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> (o + 0.5) * in / out - 0.5;
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
