package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Adds the gradients of all planes in the first one.
@KnownWrong(task = "2.6", hint = "firstPlaneOnly", part = "planes", expected = "2", actual = "35")
public class AddsToFirstPlane implements Resizing {

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        for (int i = 0; i < given.length; i++) {
            double srcH = source(i / out.w() % out.h(), height, out.h(), alignment);
            double srcW = source(i % out.w(), width, out.w(), alignment);
            int top = (int) srcH;
            int left = (int) srcW;
            int bottom = Math.min(top + 1, height - 1);
            int right = Math.min(left + 1, width - 1);
            double v = srcH - top;
            double u = srcW - left;
            gradInput[top * width + left] += (float) ((1 - v) * (1 - u) * given[i]);
            gradInput[top * width + right] += (float) ((1 - v) * u * given[i]);
            gradInput[bottom * width + left] += (float) (v * (1 - u) * given[i]);
            gradInput[bottom * width + right] += (float) (v * u * given[i]);
        }
        return Tensor.of(in, gradInput);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
