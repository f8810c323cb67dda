package upsampling.tensor;

import java.util.Arrays;

/// A sparse matrix that maps one axis to another: each output is a weighted sum of a few input cells, its taps.
///
/// ```
/// y[o] = sum of weight[t] * x[cell[t]]   for first[o] <= t < first[o+1]
/// ```
/// Every fixed resize is two such tables, one for the rows and one for the columns of a picture; so are average pooling and zero
/// insertion. The gradient needs no formula of its own: it is {@link #transpose()}.
///
/// A weight of 0 is not stored, and taps on the same cell are added up. So a NaN spreads to those outputs only that really use its cell;
/// PyTorch multiplies some cells by 0, and there the NaN spreads.
///
/// Notebook: `02-interpolation.ipynb`.
///
/// @param inSize cells of the input axis, >= 1
/// @param first where the taps of each output begin, and one entry more, where the last ones end: `outSize + 1` entries; not copied
/// @param cell the input cell of each tap; not copied
/// @param weight the weight of each tap, not 0; not copied
public record Taps(int inSize, int[] first, int[] cell, double[] weight) {

    /// @throws IllegalArgumentException unless the tables fit each other, every cell lies in `0 .. inSize-1`, every weight is a finite number
    ///     other than 0, and there is an output
    public Taps {
        Checks.atLeast(1, "Taps", "inSize", inSize);
        Checks.atLeast(2, "Taps", "length of first", first.length);
        Checks.sameSize("Taps", "first[0]", 0, first[0]);
        for (int o = 1; o < first.length; o++) Checks.atLeast(first[o - 1], "Taps", "first[" + o + "]", first[o]);
        Checks.sameSize("Taps", "length of cell", first[first.length - 1], cell.length);
        Checks.sameSize("Taps", "length of weight", cell.length, weight.length);
        for (int t = 0; t < cell.length; t++) {
            if (cell[t] >= 0 && cell[t] < inSize && Double.isFinite(weight[t]) && weight[t] != 0) continue; // no text is made for good ones
            Checks.index("Taps", "cell[" + t + "]", cell[t], inSize);
            Checks.finite("Taps", "weight[" + t + "]", weight[t]);
            throw new IllegalArgumentException("Taps: weight[%d] must not be 0; leave the tap out".formatted(t));
        }
    }

    /// Copies one cell each, `y[o] = x[floor(o*in/out)]`: see {@link Grid#nearest}.
    ///
    /// @throws IllegalArgumentException unless the grid has half pixels
    public static Taps nearest(Grid grid) {
        checkHalfPixel("nearest", grid);
        TapsBuilder taps = new TapsBuilder(grid.in(), grid.out());
        for (int o = 0; o < grid.out(); o++) taps.add(grid.nearest(o), 1).endRow();
        return taps.build();
    }

    /// Copies the cell with the nearest centre: see {@link Grid#nearestExact}.
    ///
    /// @throws IllegalArgumentException unless the grid has half pixels
    public static Taps nearestExact(Grid grid) {
        checkHalfPixel("nearestExact", grid);
        TapsBuilder taps = new TapsBuilder(grid.in(), grid.out());
        for (int o = 0; o < grid.out(); o++) taps.add(grid.nearestExact(o), 1).endRow();
        return taps.build();
    }

    /// Linear interpolation between two neighbours.
    ///
    /// ```
    /// y[o] = (1-l)*x[left] + l*x[right]      src = linearSource(o), left = floor(src), l = src - left
    /// ```
    /// Before the first and after the last cell the border is repeated: `src` is at least 0 (see {@link Grid#linearSource}), and the right
    /// neighbour of the last cell is the last cell itself, which then gets both weights.
    public static Taps linear(Grid grid) {
        TapsBuilder taps = new TapsBuilder(grid.in(), grid.out());
        int last = grid.in() - 1;
        for (int o = 0; o < grid.out(); o++) {
            double src = grid.linearSource(o);
            int left = (int) src; // at most last: src is below in - 0.5
            double l = src - left;
            taps.add(left, 1 - l).add(Math.min(left + 1, last), l).endRow();
        }
        return taps.build();
    }

    /// Cubic interpolation through four neighbours; outside, the border is repeated. Unlike in {@link #linear}, `src` itself is not clamped.
    ///
    /// ```
    /// y[o] = sum of cubic(t - k, a) * x[left + k]  for k = -1, 0, 1, 2      src = source(o), left = floor(src), t = src - left
    /// ```
    ///
    /// @param a parameter of {@link Kernels#cubic}: -0.75 in PyTorch, -0.5 by Keys
    /// @throws IllegalArgumentException unless `a` is finite
    public static Taps cubic(Grid grid, double a) {
        Checks.finite("Taps.cubic", "a", a);
        TapsBuilder taps = new TapsBuilder(grid.in(), grid.out());
        for (int o = 0; o < grid.out(); o++) {
            double src = grid.source(o);
            int left = (int) Math.floor(src);
            for (int k = -1; k <= 2; k++) {
                taps.add(Math.clamp(left + (long) k, 0, grid.in() - 1), Kernels.cubic(src - left - k, a));
            }
            taps.endRow();
        }
        return taps.build();
    }

    /// The mean of the cells that an output covers, PyTorch's `area`: see {@link Intervals#adaptive}.
    ///
    /// @throws IllegalArgumentException unless `in, out >= 1`
    public static Taps area(int in, int out) {
        return Intervals.adaptive(in, out).taps(in);
    }

    /// Puts `stride - 1` zeros between two neighbours, and as many at the end as are left: `y[stride*i] = x[i]`.
    ///
    /// @throws IllegalArgumentException unless `in, stride >= 1` and `out > stride*(in-1)`
    /// @throws ArithmeticException if `stride*(in-1) + 1` does not fit an `int`
    public static Taps zeroInsertion(int in, int stride, int out) {
        Checks.atLeast(1, "Taps.zeroInsertion", "in", in);
        Checks.atLeast(1, "Taps.zeroInsertion", "stride", stride);
        long least = stride * (in - 1L) + 1;
        if (least > Integer.MAX_VALUE) throw Checks.tooLarge("Taps.zeroInsertion", "the least out", least, "%d*(%d-1) + 1".formatted(stride, in));
        Checks.atLeast((int) least, "Taps.zeroInsertion", "out", out);
        TapsBuilder taps = new TapsBuilder(in, out);
        for (int o = 0; o < out; o++) {
            if (o % stride == 0 && o / stride < in) taps.add(o / stride, 1);
            taps.endRow();
        }
        return taps.build();
    }

    /// A filter that slides along an axis; padding and cropping are the filter with the one weight 1.
    ///
    /// ```
    /// y[o] = sum over t of weight[t] * x[border(stride*o - before + t)]
    /// ```
    /// A cell that several taps of a window see, in the mirror for example, gets the sum of their weights.
    ///
    /// @param before where the first window starts: so many cells before the axis, or inside it if negative
    /// @param border what stands beyond the ends
    /// @throws IllegalArgumentException unless `in, out, stride >= 1`, there is a weight, and all weights are finite
    public static Taps filter(int in, int out, int stride, int before, Border border, double... weight) {
        Checks.atLeast(1, "Taps.filter", "in", in);
        Checks.atLeast(1, "Taps.filter", "out", out);
        Checks.atLeast(1, "Taps.filter", "stride", stride);
        Checks.atLeast(1, "Taps.filter", "number of weights", weight.length);
        for (int t = 0; t < weight.length; t++) Checks.finite("Taps.filter", "weight[" + t + "]", weight[t]);
        TapsBuilder taps = new TapsBuilder(in, out);
        int[] seen = new int[weight.length];
        for (int o = 0; o < out; o++) {
            for (int t = 0; t < weight.length; t++) seen[t] = border.cell((long) stride * o - before + t, in);
            for (int t = 0; t < weight.length; t++) {
                double sum = 0;
                boolean isFirst = seen[t] >= 0;
                for (int other = 0; other < weight.length; other++) {
                    if (seen[other] != seen[t]) continue;
                    isFirst &= other >= t;
                    sum += weight[other];
                }
                if (isFirst) taps.add(seen[t], sum);
            }
            taps.endRow();
        }
        return taps.build();
    }

    /// Linear interpolation with a low-pass for reductions, PyTorch's `antialias=True`: see {@link #cubicAntialias}.
    ///
    /// @throws IllegalArgumentException unless the grid has half pixels
    public static Taps linearAntialias(Grid grid) {
        checkHalfPixel("linearAntialias", grid);
        return Antialias.taps(grid, 1, Kernels::triangle);
    }

    /// Cubic interpolation with a low-pass for reductions, PyTorch's `antialias=True`.
    ///
    /// ```
    /// y[o] = sum of w(i)*x[i] / sum of w(i)      w(i) = cubic((source(o) - i) / stretch, a), stretch = max(1, ratio), 0 <= i < in
    /// ```
    /// The curve is made as wide as the distance of two outputs, so every input cell counts somewhere. Cells outside are left out, and the
    /// weights of the others are divided by their sum; also in enlargements, where that is the rule of TensorFlow and Keras.
    ///
    /// @param a parameter of {@link Kernels#cubic}; PyTorch takes -0.5 here
    /// @throws IllegalArgumentException unless the grid has half pixels and `a` is finite
    public static Taps cubicAntialias(Grid grid, double a) {
        checkHalfPixel("cubicAntialias", grid);
        Checks.finite("Taps.cubicAntialias", "a", a);
        return Antialias.taps(grid, 2, t -> Kernels.cubic(t, a));
    }

    private static void checkHalfPixel(String what, Grid grid) {
        if (grid.alignment() != Alignment.HALF_PIXEL) {
            throw new IllegalArgumentException("Taps.%s: the alignment must be HALF_PIXEL, but was %s; only linear and cubic know both".formatted(
                    what, grid.alignment()));
        }
    }

    /// Returns the table of a matrix, `[outputs][inputs]`; zeros are left out.
    ///
    /// @throws IllegalArgumentException unless there is a row, and all rows have the same length, at least 1
    public static Taps of(double[][] matrix) {
        Checks.atLeast(1, "Taps.of", "number of rows", matrix.length);
        TapsBuilder taps = new TapsBuilder(matrix[0].length, matrix.length);
        for (int o = 0; o < matrix.length; o++) {
            Checks.sameSize("Taps.of", "length of row " + o, matrix[0].length, matrix[o].length);
            for (int i = 0; i < matrix[o].length; i++) taps.add(i, matrix[o][i]);
            taps.endRow();
        }
        return taps.build();
    }

    /// Returns the number of outputs.
    public int outSize() {
        return first.length - 1;
    }

    /// Returns `y`, one weighted sum per output.
    ///
    /// @throws IllegalArgumentException unless there are `inSize` values
    public double[] apply(double... x) {
        Checks.sameSize("Taps.apply", "number of values", inSize, x.length);
        double[] y = new double[outSize()];
        for (int o = 0; o < y.length; o++) {
            for (int t = first[o]; t < first[o + 1]; t++) y[o] += weight[t] * x[cell[t]];
        }
        return y;
    }

    /// Returns the transposed table, from outputs to inputs: the adjoint, which is what backpropagation does to a gradient.
    public Taps transpose() {
        int[] start = new int[inSize + 1];
        for (int i : cell) start[i + 1]++;
        for (int i = 0; i < inSize; i++) start[i + 1] += start[i];
        int[] next = Arrays.copyOf(start, inSize);
        int[] output = new int[cell.length];
        double[] moved = new double[cell.length];
        for (int o = 0; o < outSize(); o++) {
            for (int t = first[o]; t < first[o + 1]; t++) {
                int to = next[cell[t]]++;
                output[to] = o;
                moved[to] = weight[t];
            }
        }
        return new Taps(outSize(), start, output, moved);
    }

    /// Returns the matrix, `[outSize][inSize]`, zeros included.
    public double[][] matrix() {
        double[][] matrix = new double[outSize()][inSize];
        for (int o = 0; o < outSize(); o++) {
            for (int t = first[o]; t < first[o + 1]; t++) matrix[o][cell[t]] += weight[t];
        }
        return matrix;
    }

    /// Returns the sum of the weights of each output: what becomes of a constant 1. An interpolation has 1 everywhere.
    public double[] rowSums() {
        double[] ones = new double[inSize];
        Arrays.fill(ones, 1);
        return apply(ones);
    }

    /// Returns one row for people, such as `y[3] = 0.25 x[1] + 0.75 x[2]`, with four significant digits.
    ///
    /// @throws IllegalArgumentException unless `0 <= o < outSize()`
    public String row(int o) {
        Checks.index("Taps.row", "output", o, outSize());
        StringBuilder text = new StringBuilder("y[" + o + "] =");
        for (int t = first[o]; t < first[o + 1]; t++) {
            boolean isFirst = t == first[o];
            String sign = weight[t] < 0 ? isFirst ? " -" : " - " : isFirst ? " " : " + ";
            text.append(sign).append(TensorText.number(Math.abs(weight[t]))).append(" x[").append(cell[t]).append(']');
        }
        return first[o] == first[o + 1] ? text.append(" 0").toString() : text.toString();
    }

    /// Returns the sizes, and the rows of a small table.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Taps %d -> %d, %d weights".formatted(inSize, outSize(), weight.length));
        for (int o = 0; o < outSize() && outSize() <= 16; o++) text.append("\n  ").append(row(o));
        return text.toString();
    }
}
