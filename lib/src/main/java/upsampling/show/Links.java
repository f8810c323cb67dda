package upsampling.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import upsampling.op.LinearOperator;
import upsampling.tensor.Shape;

/// Which input reaches which output, and with which weight: the matrix of a linear operator on one plane, asked by rows and by columns.
///
/// @param matrix `[outputs][inputs]`, both sides in row-major order
/// @param in shape `[1, 1, h, w]` of `x`
/// @param out shape `[1, 1, H, W]` of `y`
record Links(double[][] matrix, Shape in, Shape out) {
    private static final int MOST_TERMS = 4;

    /// @throws IllegalArgumentException unless the operator reads and writes one plane
    static Links of(String who, LinearOperator operator) {
        Shape in = operator.inputShape();
        Shape out = operator.outputShape();
        if (in.planes() != 1 || out.planes() != 1) {
            throw new IllegalArgumentException("%s: one plane is shown, [1, 1, h, w], but the operator goes from %s to %s; bind it to Shape.plane(h, w)"
                .formatted(who, in, out));
        }
        return new Links(operator.matrix(), in, out);
    }

    /// Returns whether both sides are one row: a signal, not an image.
    boolean isRow() {
        return in.h() == 1 && out.h() == 1;
    }

    /// Returns the inputs that an output reads, ascending.
    int[] reads(int output) {
        int[] found = new int[in.size()];
        int count = 0;
        for (int i = 0; i < in.size(); i++) {
            if (matrix[output][i] != 0) found[count++] = i;
        }
        return Arrays.copyOf(found, count);
    }

    /// Returns the sum of an output's weights: what it makes of a constant 1.
    double sum(int output) {
        double sum = 0;
        for (double weight : matrix[output]) sum += weight;
        return sum;
    }

    /// Returns the output whose look tells most: of those that read the most inputs, one next to the middle.
    int busiest() {
        int middle = out.h() / 2 * out.w() + out.w() / 2;
        int best = middle;
        for (int o = 0; o < out.size(); o++) {
            int more = reads(o).length - reads(best).length;
            if (more > 0 || more == 0 && Math.abs(o - middle) < Math.abs(best - middle)) best = o;
        }
        return best;
    }

    /// Returns what an output reads, such as `y[3] = .25 x[1] + .75 x[2]`.
    String equation(int output) {
        int[] reads = reads(output);
        if (reads.length == 0) return name("y", output, out) + " = 0: it reads no input.";
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < Math.min(reads.length, MOST_TERMS); i++) {
            String weight = Numbers.text(matrix[output][reads[i]]);
            String sign = i == 0 ? "" : weight.startsWith("−") ? " − " : " + ";
            terms.add(sign + (i > 0 && weight.startsWith("−") ? weight.substring(1) : weight) + " " + name("x", reads[i], in));
        }
        String rest = reads.length > MOST_TERMS ? " + " + (reads.length - MOST_TERMS) + " more" : "";
        return name("y", output, out) + " = " + String.join("", terms) + rest + ". The weights sum to " + Numbers.text(sum(output)) + ".";
    }

    /// Returns the sizes, such as `8 → 16` or `4×4 → 8×8`.
    String sizes() {
        return isRow() ? in.w() + " → " + out.w() : in.h() + "×" + in.w() + " → " + out.h() + "×" + out.w();
    }

    private String name(String letter, int index, Shape shape) {
        return isRow() ? letter + "[" + index + "]" : letter + "[" + index / shape.w() + ", " + index % shape.w() + "]";
    }

    /// Returns what an input paints, as rows of the output's size; `NaN` where it paints nothing.
    double[][] stamp(int input) {
        double[][] stamp = new double[out.h()][out.w()];
        for (int o = 0; o < out.size(); o++) stamp[o / out.w()][o % out.w()] = matrix[o][input] == 0 ? Double.NaN : matrix[o][input];
        return stamp;
    }

    /// Returns the weights with which an output reads, as rows of the input's size; `NaN` where it does not read.
    double[][] window(int output) {
        double[][] window = new double[in.h()][in.w()];
        for (int i = 0; i < in.size(); i++) window[i / in.w()][i % in.w()] = matrix[output][i] == 0 ? Double.NaN : matrix[output][i];
        return window;
    }

    /// Returns the sum of every output's weights, as rows of the output's size.
    double[][] sums() {
        double[][] sums = new double[out.h()][out.w()];
        for (int o = 0; o < out.size(); o++) sums[o / out.w()][o % out.w()] = sum(o);
        return sums;
    }

    void digest(ValueDigest d) {
        d.counts(in.h(), in.w(), out.h(), out.w());
        for (int o = 0; o < out.size(); o++) {
            int[] reads = reads(o);
            double[] weights = new double[reads.length];
            for (int i = 0; i < reads.length; i++) weights[i] = matrix[o][reads[i]];
            d.counts(reads).values(weights);
        }
    }
}
