package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Reads every plane from the first one.
@KnownWrong(task = "2.5", hint = "firstPlaneOnly", part = "planes", expected = "5", actual = "1")
public class ResizesFirstPlane implements Resizing {

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        Shape in = x.shape();
        Shape out = in.withSize(height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            double srcH = source(i / width % height, in.h(), height, alignment);
            double srcW = source(i % width, in.w(), width, alignment);
            int top = (int) srcH;
            int left = (int) srcW;
            int bottom = Math.min(top + 1, in.h() - 1);
            int right = Math.min(left + 1, in.w() - 1);
            double v = srcH - top;
            double u = srcW - left;
            double upper = (1 - u) * x.get(0, 0, top, left) + u * x.get(0, 0, top, right);
            double lower = (1 - u) * x.get(0, 0, bottom, left) + u * x.get(0, 0, bottom, right);
            y[i] = (float) ((1 - v) * upper + v * lower);
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
