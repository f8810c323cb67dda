package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Resizes the gradient to the size of the input.
@KnownWrong(task = "2.6", hint = "resizesGradient", part = "doubling", expected = "2", actual = "1")
public class ResizesGradient implements Resizing {

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape in = gradOutput.shape();
        Shape out = in.withSize(height, width);
        float[] gradInput = new float[out.size()];
        for (int i = 0; i < gradInput.length; i++) {
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
            double upper = (1 - u) * gradOutput.get(n, c, top, left) + u * gradOutput.get(n, c, top, right);
            double lower = (1 - u) * gradOutput.get(n, c, bottom, left) + u * gradOutput.get(n, c, bottom, right);
            gradInput[i] = (float) ((1 - v) * upper + v * lower);
        }
        return Tensor.of(out, gradInput);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
