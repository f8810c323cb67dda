package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Drops the share of a right neighbour that does not exist.
@KnownWrong(task = "2.6", hint = "losesEdgeWeight", part = "doubling", expected = "2", actual = "1.75")
public class GradientLosesEdgeWeight implements Resizing {

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
            double v = srcH - top;
            double u = srcW - left;
            for (int h = top; h < Math.min(top + 2, height); h++) {
                for (int w = left; w < Math.min(left + 2, width); w++) {
                    double weight = (h == top ? 1 - v : v) * (w == left ? 1 - u : u);
                    gradInput[first + h * width + w] += (float) (weight * given[i]);
                }
            }
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
