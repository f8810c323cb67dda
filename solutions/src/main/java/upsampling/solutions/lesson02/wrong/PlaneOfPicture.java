package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Adds the step along the rows and the step along the columns; the fourth cell is never read.
@KnownWrong(task = "2.5", hint = "plane", part = "corners", expected = "3", actual = "2.33333")
public class PlaneOfPicture implements Resizing {

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
            double corner = x.get(n, c, top, left);
            double alongRow = u * (x.get(n, c, top, right) - corner);
            double alongColumn = v * (x.get(n, c, bottom, left) - corner);
            y[i] = (float) (corner + alongRow + alongColumn);
        }
        return Tensor.of(out, y);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
