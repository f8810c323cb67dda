package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Gives the whole gradient to the left upper cell of the four.
@KnownWrong(task = "2.6", hint = "leftCellOnly", part = "doubling", expected = "2", actual = "3")
public class LeftCellOnly implements Resizing {

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
            gradInput[first + top * width + left] += given[i];
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
