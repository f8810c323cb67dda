package upsampling.solutions.lesson02;

import upsampling.tasks.Resizing;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The reference solution of lesson 2: the formulas of the tasks, loop for loop.
public class Reference implements Resizing {

    @Override
    public int nearestIndex(int out, int inSize, int outSize, boolean exact) {
        long halves = exact ? 2L * out + 1 : 2L * out; // the edge or the centre, counted in half output cells: a whole number, so nothing is rounded
        return (int) (halves * inSize / (2L * outSize));
    }

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = (x - box.x1()) / (box.x2() - box.x1());
        double v = (y - box.y1()) / (box.y2() - box.y1());
        double r1 = (1 - u) * q.q11() + u * q.q21();
        double r2 = (1 - u) * q.q12() + u * q.q22();
        return (1 - v) * r1 + v * r2;
    }

    @Override
    public double[] cubicWeights(double t, double a) {
        return new double[] {cubic(1 + t, a), cubic(t, a), cubic(1 - t, a), cubic(2 - t, a)};
    }

    private static double cubic(double d, double a) {
        if (d <= 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        if (d < 2) return a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a;
        return 0;
    }

    /// What an output reads along one axis: `(1-l) * cell left + l * cell right`. At the end both are the last cell.
    private record Pair(int left, int right, double l) { }

    private static Pair pair(int o, int in, int out, String alignment) {
        double src = switch (alignment) {
            case "half-pixel" -> Math.max(0, (o + 0.5) * in / out - 0.5);
            case "corners" -> out == 1 ? 0 : (double) o * (in - 1) / (out - 1);
            default -> throw new IllegalArgumentException("alignment must be \"half-pixel\" or \"corners\", but was \"" + alignment + "\"");
        };
        int left = (int) src;
        return new Pair(left, Math.min(left + 1, in - 1), src - left);
    }

    @Override
    public double[][] linearMatrix(int inSize, int outSize, String alignment) {
        if (inSize < 1 || outSize < 1) {
            throw new IllegalArgumentException("linearMatrix: inSize and outSize must be >= 1, but were " + inSize + " and " + outSize);
        }
        double[][] matrix = new double[outSize][inSize];
        for (int o = 0; o < outSize; o++) {
            Pair cells = pair(o, inSize, outSize, alignment);
            matrix[o][cells.left] += 1 - cells.l;
            matrix[o][cells.right] += cells.l;
        }
        return matrix;
    }

    @Override
    public Tensor resizeBilinear(Tensor x, int height, int width, String alignment) {
        Shape in = x.shape();
        Shape out = in.withSize(height, width);
        float[] y = new float[out.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int i = 0; i < height; i++) {
                    Pair rows = pair(i, in.h(), height, alignment);
                    for (int j = 0; j < width; j++) {
                        Pair columns = pair(j, in.w(), width, alignment);
                        double upper = (1 - columns.l) * x.get(n, c, rows.left, columns.left) + columns.l * x.get(n, c, rows.left, columns.right);
                        double lower = (1 - columns.l) * x.get(n, c, rows.right, columns.left) + columns.l * x.get(n, c, rows.right, columns.right);
                        y[out.index(n, c, i, j)] = (float) ((1 - rows.l) * upper + rows.l * lower);
                    }
                }
            }
        }
        return Tensor.of(out, y);
    }

    @Override
    public Tensor resizeBilinearBackward(Tensor gradOutput, int height, int width, String alignment) {
        Shape out = gradOutput.shape();
        Shape in = out.withSize(height, width);
        double[] sums = new double[in.size()];
        for (int n = 0; n < in.n(); n++) {
            for (int c = 0; c < in.c(); c++) {
                for (int i = 0; i < out.h(); i++) {
                    Pair rows = pair(i, height, out.h(), alignment);
                    for (int j = 0; j < out.w(); j++) {
                        Pair columns = pair(j, width, out.w(), alignment);
                        double g = gradOutput.get(n, c, i, j);
                        sums[in.index(n, c, rows.left, columns.left)] += (1 - rows.l) * (1 - columns.l) * g;
                        sums[in.index(n, c, rows.left, columns.right)] += (1 - rows.l) * columns.l * g;
                        sums[in.index(n, c, rows.right, columns.left)] += rows.l * (1 - columns.l) * g;
                        sums[in.index(n, c, rows.right, columns.right)] += rows.l * columns.l * g;
                    }
                }
            }
        }
        float[] gradInput = new float[sums.length];
        for (int i = 0; i < sums.length; i++) gradInput[i] = (float) sums[i];
        return Tensor.of(in, gradInput);
    }
}
