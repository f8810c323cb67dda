package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Divides each sum by the number of outputs that have read the cell.
@KnownWrong(task = "2.6", hint = "averages", part = "doubling", expected = "2", actual = "0.666667")
public class AveragesGradients implements Resizing {

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        float[] gradInput = new float[in.size()];
        int[] readers = new int[in.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int i = 0; i < out.h(); i++) {
                    for (int j = 0; j < out.w(); j++) {
                        for (int h = 0; h < height; h++) {
                            for (int w = 0; w < width; w++) {
                                double weight = weight(i, h, height, out.h(), alignment) * weight(j, w, width, out.w(), alignment);
                                if (weight == 0) continue;
                                gradInput[in.index(n, c, h, w)] += (float) (weight * gradOutput.get(n, c, i, j));
                                readers[in.index(n, c, h, w)]++;
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < gradInput.length; i++) gradInput[i] /= Math.max(1, readers[i]);
        return Tensor.of(in, gradInput);
    }

    /// The weight of cell `i` in output `o`.
    private static double weight(int o, int i, int in, int out, String alignment) {
        double src = Math.min(in - 1, source(o, in, out, alignment));
        return Math.max(0, 1 - Math.abs(src - i));
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
