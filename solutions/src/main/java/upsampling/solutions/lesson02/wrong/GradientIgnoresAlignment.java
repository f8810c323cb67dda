package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Hands the gradient back with the weights of half pixels.
@KnownWrong(task = "2.6", hint = "ignoresAlignment", part = "corners", expected = "1.71429", actual = "2")
public class GradientIgnoresAlignment implements Resizing {

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        float[] given = gradOutput.toArray();
        float[] gradInput = new float[in.size()];
        for (int i = 0; i < given.length; i++) {
            int first = i / (out.h() * out.w()) * height * width;
            double srcH = source(i / out.w() % out.h(), height, out.h(), alignment);
            double srcW = source(i % out.w(), width, out.w(), alignment);
            int top = (int) srcH;
            int left = (int) srcW;
            int bottom = Math.min(top + 1, height - 1);
            int right = Math.min(left + 1, width - 1);
            double v = srcH - top;
            double u = srcW - left;
            gradInput[first + top * width + left] += (float) ((1 - v) * (1 - u) * given[i]);
            gradInput[first + top * width + right] += (float) ((1 - v) * u * given[i]);
            gradInput[first + bottom * width + left] += (float) (v * (1 - u) * given[i]);
            gradInput[first + bottom * width + right] += (float) (v * u * given[i]);
        }
        return Tensor.of(in, gradInput);
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
