package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Counts the cells of the input instead of the steps between their centres.
@KnownWrong(task = "2.4", hint = "cornersOfCells", part = "corners", expected = "0.571429", actual = "0.428571")
public class CornersOfCells implements Resizing {

    @Override
    public double[][] linearMatrix(int inSize, int outSize, String alignment) {
        if (inSize < 1 || outSize < 1) throw new IllegalArgumentException("linearMatrix: sizes must be >= 1, but were " + inSize + ", " + outSize);
        double[][] matrix = new double[outSize][inSize];
        for (int o = 0; o < outSize; o++) {
            double src = source(o, inSize, outSize, alignment);
            int left = Math.min((int) src, inSize - 1);
            double l = src - left;
            matrix[o][left] += 1 - Math.min(l, 1);
            matrix[o][Math.min(left + 1, inSize - 1)] += Math.min(l, 1);
        }
        return matrix;
    }

    private static double source(int o, int in, int out, String alignment) {
        return switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * in / (out - 1);
            default -> throw new IllegalArgumentException("unknown alignment \"" + alignment + "\"");
        };
    }
}
