package upsampling.metric;

import java.util.Arrays;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Window;

/// How strong a checkerboard is in a picture: the periodic sub-grid variance.
///
/// ```
/// m[r][q] = mean of image[h][w] over all h = r modulo sH, w = q modulo sW         the mean brightness of one sub-grid
/// PSV     = population variance of the sH*sW numbers m
/// relativeToMean  = PSV / mean(m)^2         for pictures with a mean: how strong the pattern is against the brightness that carries it
/// relativeToPower = PSV / mean(m^2)         for outputs of zero-mean weights, whose mean may be 0; in 0 .. 1
/// ```
/// Rows and columns at the end that do not fill a stride are left out. On the answer of an upsampler to a constant the means are its phase
/// sums, see {@link PhaseSums}; with independent, symmetric random weights the expected `relativeToPower` is `1 - 1/(sH*sW)`, whatever the
/// kernel. A picture with content has differences between sub-grids without any checkerboard: use flat patches, or average over shifts.
///
/// Notebook: `05-checkerboard.ipynb`.
///
/// @param means `[row phase][column phase]`; not copied
public record Psv(double[][] means) {

    /// @throws IllegalArgumentException unless there is a row, and all rows have the same length, at least 1
    public Psv {
        checkRows("number of phase rows", means);
    }

    /// Returns the sub-grid means of a picture with the same stride on both axes.
    ///
    /// @throws IllegalArgumentException unless `stride >= 1`, and the picture has a whole stride on both axes
    public static Psv of(double[][] image, int stride) {
        return of(image, stride, stride);
    }

    /// Returns the sub-grid means of a picture.
    ///
    /// @throws IllegalArgumentException unless both strides are >= 1, and the picture has a whole stride on both axes
    public static Psv of(double[][] image, int strideHeight, int strideWidth) {
        return of(image, strideHeight, strideWidth, 0, 0);
    }

    /// Returns the sub-grid means of the inside of a picture: without `ceil(k/s)*s` rows and columns at each border, which a window of effective
    /// kernel `k` and stride `s` may have painted incompletely. That is a whole number of strides, so phases stay where they are.
    ///
    /// @throws IllegalArgumentException unless a whole stride is left on both axes
    public static Psv inside(double[][] image, Window height, Window width) {
        return of(image, height.stride(), width.stride(), border(height), border(width));
    }

    private static int border(Window window) {
        return Math.ceilDiv(window.effectiveKernel(), window.stride()) * window.stride();
    }

    private static Psv of(double[][] image, int strideHeight, int strideWidth, int borderHeight, int borderWidth) {
        Checks.atLeast(1, "Psv", "strideHeight", strideHeight);
        Checks.atLeast(1, "Psv", "strideWidth", strideWidth);
        checkRows("number of rows", image);
        int height = whole("height", image.length, borderHeight, strideHeight);
        int width = whole("width", image[0].length, borderWidth, strideWidth);
        double[][] means = new double[strideHeight][strideWidth];
        for (int h = 0; h < height; h++) {
            Interrupts.check();
            double[] row = image[borderHeight + h];
            for (int w = 0; w < width; w++) means[h % strideHeight][w % strideWidth] += row[borderWidth + w];
        }
        double cells = (double) (height / strideHeight) * (width / strideWidth);
        for (double[] row : means) {
            for (int q = 0; q < strideWidth; q++) row[q] /= cells;
        }
        return new Psv(means);
    }

    private static void checkRows(String what, double[][] rows) {
        Checks.atLeast(1, "Psv", what, rows.length);
        Checks.atLeast(1, "Psv", "length of row 0", rows[0].length);
        for (int r = 1; r < rows.length; r++) Checks.sameSize("Psv", "length of row " + r, rows[0].length, rows[r].length);
    }

    private static int whole(String axis, int size, int border, int stride) {
        Checks.atLeast(stride + 2 * border, "Psv", axis + " for stride " + stride + " and border " + border, size);
        return (size - 2 * border) / stride * stride;
    }

    /// Returns the mean of the sub-grid means.
    public double mean() {
        return new PhaseSums(means).mean();
    }

    /// Returns the periodic sub-grid variance, 0 for no pattern of this period.
    public double variance() {
        return new PhaseSums(means).variance();
    }

    /// Returns `variance / mean^2`; NaN or infinity if the mean is 0.
    public double relativeToMean() {
        return variance() / (mean() * mean());
    }

    /// Returns `variance / mean(m^2)`, in `0 .. 1`; NaN if all means are 0.
    public double relativeToPower() {
        return variance() / (variance() + mean() * mean());
    }

    /// Returns the name and the means.
    @Override
    public String toString() {
        return "Psv " + Arrays.deepToString(means);
    }
}
