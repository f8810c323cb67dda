package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Uses half pixels for both alignments.
@KnownWrong(task = "2.5", hint = "ignoresAlignment", part = "corners", expected = "1.33333", actual = "1.25")
public class PictureIgnoresAlignment implements Resizing {

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
            int top = (int) srcH;
            int left = (int) srcW;
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
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
