package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Takes 0 for the cells outside, so a picture gets a dark frame.
@KnownWrong(task = "2.5", hint = "zeroOutside", part = "constant", expected = "8", actual = "4.11429")
public class ZeroOutside implements Resizing {

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        Shape in = x.shape();
        Shape out = in.withSize(height, width);
        float[] y = new float[out.size()];
        for (int i = 0; i < y.length; i++) {
            double srcH = source(i / width % height, in.h(), height, alignment);
            double srcW = source(i % width, in.w(), width, alignment);
            int top = (int) Math.floor(srcH);
            int left = (int) Math.floor(srcW);
            double v = srcH - top;
            double u = srcW - left;
            int plane = i / (height * width);
            double upper = (1 - u) * cell(x, plane, top, left) + u * cell(x, plane, top, left + 1);
            double lower = (1 - u) * cell(x, plane, top + 1, left) + u * cell(x, plane, top + 1, left + 1);
            y[i] = (float) ((1 - v) * upper + v * lower);
        }
        return Tensor.of(out, y);
    }

    private static double cell(Tensor x, int plane, int h, int w) {
        Shape in = x.shape();
        if (h < 0 || h >= in.h() || w < 0 || w >= in.w()) return 0;
        return x.get(plane / in.c(), plane % in.c(), h, w);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> (o + 0.5) * in / out - 0.5;
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
