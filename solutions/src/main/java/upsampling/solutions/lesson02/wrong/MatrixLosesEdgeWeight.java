package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Drops the weight of a right neighbour that does not exist.
@KnownWrong(task = "2.4", hint = "losesEdgeWeight", part = "halfPixel", expected = "1", actual = "0.75")
public class MatrixLosesEdgeWeight implements Resizing {

    @Override
    public double[][] linearMatrix(int inSize, int outSize, String alignment) {
        if (inSize < 1 || outSize < 1) throw new IllegalArgumentException("linearMatrix: sizes must be >= 1, but were " + inSize + ", " + outSize);
        double[][] matrix = new double[outSize][inSize];
        for (int o = 0; o < outSize; o++) {
            double src = source(o, inSize, outSize, alignment);
            int left = (int) src;
            double l = src - left;
            matrix[o][left] += 1 - l;
            if (left + 1 < inSize) matrix[o][left + 1] += l;
        }
        return matrix;
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
