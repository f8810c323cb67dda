package upsampling.tasks;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;

/// The public tests of the tasks of lesson 5 that weigh kernels and pictures of two axes. {@link CheckerboardCountsTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with NumPy 2:
/// ```
/// S[u % s, v % s] += kernel[u, v]                                                                          # 5.3
/// numpy.var([[image[r:H:s, q:W:s].mean() for q in range(s)] for r in range(s)])    H, W cut to multiples   # 5.4
/// numpy.abs(numpy.fft.fft2(S))                                                                             # 5.5
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Phase sums, sub-grids and alias frequencies")
public class CheckerboardsTest {
    /// An answer may compute in float32: with numbers up to 90 its results are exact to about 1e-5, whatever the order of the sums.
    private static final double TOLERANCE = 2e-5;
    private static final double[][] ONE_TO_NINE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};

    @Test
    @Task("5.3")
    @Points(4)
    @DisplayName("adds up the taps of each phase")
    @Part(value = "ones", hint = "ones(3), s = 2: how many taps lie in even rows and even columns?")
    @Part(value = "counting", hint = "1..9, s = 2: which taps lie in even rows and odd columns?")
    @Part(value = "four", hint = "0..15, s = 2: which taps belong to row phase 0 and column phase 1?")
    @Part(value = "gaps", hint = "Two taps and three phases: what is the sum of no taps, and how large is the result?")
    @Part(value = "rectangle", hint = "2 rows of 5 taps: how far does each of the two loops go?")
    @Part(value = "strideOne", hint = "With s = 1 there is a single phase: which taps belong to it?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0?")
    @Hint(id = "blockSums", text = "A phase takes every s-th tap, not the taps of one block.")
    @Hint(id = "transposed", text = "The first index of the result is the phase of the rows.")
    @Hint(id = "means", text = "The sum, not the mean, is what a constant input meets.")
    @Hint(id = "outerProduct", text = "Not every kernel is the product of a column and a row: add up the taps of each pair of phases on its own.")
    @Hint(id = "flipped", text = "A transposed convolution does not turn its kernel: tap u has the phase u mod s, counted from the first tap.")
    @Hint(id = "assumesSquare", text = "A kernel may have more columns than rows: each row has kernel[u].length taps.")
    @Hint(id = "overwrites", text = "Several taps have the same phase: add with +=.")
    @Hint(id = "dropsEmptyPhases", text = "There are s phases on each axis, also when the kernel has fewer taps: the others have the sum 0.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error, not a stride of 1: throw an IllegalArgumentException.")
    void addsUpPhases(Checkerboards checkerboards, Parts parts) {
        double[][] wide = {{1, -2, 3, 4, -5}, {6, 7, -8, 9, 10}};
        double[][] high = {{1, 6}, {-2, 7}, {3, -8}, {4, 9}, {-5, 10}};
        double[][] sixteen = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12, 13, 14, 15}};
        parts.check("ones", () -> matrix(new double[][] {{4, 2}, {2, 1}}, checkerboards.phaseSums(ones(3), 2)));
        parts.check("counting", () -> matrix(new double[][] {{20, 10}, {10, 5}}, checkerboards.phaseSums(ONE_TO_NINE, 2)));
        parts.check("four", () -> matrix(new double[][] {{20, 24}, {36, 40}}, checkerboards.phaseSums(sixteen, 2)));
        parts.check("gaps", () -> matrix(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 0}}, checkerboards.phaseSums(ones(2), 3)));
        parts.check("rectangle", () -> {
            matrix(new double[][] {{-1, 2}, {8, 16}}, checkerboards.phaseSums(wide, 2));
            matrix(new double[][] {{5, -7, 3}, {15, 17, -8}, {0, 0, 0}}, checkerboards.phaseSums(wide, 3));
            matrix(new double[][] {{-1, 8}, {2, 16}}, checkerboards.phaseSums(high, 2));
        });
        parts.check("strideOne", () -> matrix(new double[][] {{45}}, checkerboards.phaseSums(ONE_TO_NINE, 1)));
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.phaseSums(ones(3), 0));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.phaseSums(ones(3), -2));
        });
    }

    @Test
    @Task("5.4")
    @Points(4)
    @DisplayName("measures the checkerboard in a picture")
    @Part(value = "tiled", hint = "4, 2, 2, 1 over and over: what are the four means, their mean and their variance?")
    @Part(value = "cut", hint = "7 rows, s = 2: how many of them fill whole strides? What are the means then?")
    @Part(value = "ramp", hint = "The rows get brighter: what are the four means now? Nothing else counts.")
    @Part(value = "leftOver", hint = "7 rows and columns, s = 2: which of them are left out, and at which end?")
    @Part(value = "rectangle", hint = "More columns than rows: how many strides fit each axis?")
    @Part(value = "noPattern", hint = "What are the means of a picture of one colour? And how many means are there with s = 1?")
    @Part(value = "refusal", hint = "What should happen when the picture has no whole stride, or the stride is 0?")
    @Hint(id = "sampleVariance", text = "All s² phases are known: divide by s².")
    @Hint(id = "pixelVariance", text = "First the mean of each phase, then the variance of those means.")
    @Hint(id = "blockMeans", text = "Sub-grids are interleaved, not s×s blocks: one takes every s-th row and every s-th column.")
    @Hint(id = "standardDeviation", text = "The variance is the mean of the squares, without a root.")
    @Hint(id = "relative", text = "PSV itself is asked for: it is not divided by the square of the mean.")
    @Hint(id = "meanSquare", text = "Subtract the mean of the means before you square.")
    @Hint(id = "doesNotCrop", text = "Leave out the rows and columns that do not fill a stride: sub-grids must have equally many cells.")
    @Hint(id = "cropsStart", text = "Crop at the end: without its first row the picture changes its phase.")
    @Hint(id = "rowsOnly", text = "There are s phases on each of the two axes, so s² means.")
    @Hint(id = "assumesSquare", text = "A picture may be wider than high: crop each axis by itself.")
    @Hint(id = "acceptsSmall", text = "A picture without a whole stride has sub-grids without cells: throw an IllegalArgumentException.")
    void measuresPatterns(Checkerboards checkerboards, Parts parts) {
        double[][] squares = {{0, 1, 4, 9, 16, 25}, {0, 1, 4, 9, 16, 25}};
        double[][] margin = {{1, 2, 3, 50}, {4, 5, 6, 60}, {7, 8, 9, 70}};
        parts.check("tiled", () -> real(1.1875, checkerboards.psv(tiled(6, 0, 0), 2)));
        parts.check("cut", () -> real(1.1875, checkerboards.psv(tiled(7, 0, 0), 2)));
        parts.check("ramp", () -> real(0.6875, checkerboards.psv(tiled(6, 1, 0), 2)));
        parts.check("leftOver", () -> real(0.1875, checkerboards.psv(tiled(7, 1, 2), 2)));
        parts.check("rectangle", () -> {
            real(6.25, checkerboards.psv(squares, 2));
            real(20 / 3.0, checkerboards.psv(margin, 3));
            real(20 / 3.0, checkerboards.psv(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {50, 60, 70}}, 3));
        });
        parts.check("noPattern", () -> {
            real(0, checkerboards.psv(new double[][] {{7, 7, 7}, {7, 7, 7}}, 2));
            real(0, checkerboards.psv(squares, 1));
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(squares, 3));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(new double[][] {{1}, {2}, {3}}, 2));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.psv(squares, 0));
        });
    }

    @Test
    @Task("5.5")
    @Points(4)
    @DisplayName("finds the response at the alias frequencies")
    @Part(value = "odd", hint = "ones(3), s = 2: what is 1 − 1 + 1 on one axis, and what on two?")
    @Part(value = "three", hint = "s = 3: which angle is a third of the circle, and what do four equal taps add up to there?")
    @Part(value = "balanced", hint = "Phase sums that are all equal: what is left at the alias frequencies?")
    @Part(value = "parseval", hint = "Do the squares of all magnitudes but the first add up to s⁴ times the variance of the phase sums?")
    @Part(value = "skewed", hint = "Which of the two indices is the frequency of the rows? What is a magnitude when the sum is negative?")
    @Part(value = "complex", hint = "s = 4, taps 4 and 3: at a quarter of the circle the sum is 4 − 3i. What is its magnitude?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0?")
    @Hint(id = "piTimesK", text = "Alias frequencies are 2πk/s; π only when s = 2.")
    @Hint(id = "halfCircle", text = "The s frequencies divide the whole circle: 2πk/s, not πk/s.")
    @Hint(id = "dftOfKernelSize", text = "Sample the response at s points, not at k.")
    @Hint(id = "normalised", text = "Magnitudes, not ratios: the first one is the sum of all taps, not 1.")
    @Hint(id = "squared", text = "A magnitude is the root of re² + im²; without the root it is the power.")
    @Hint(id = "realPart", text = "H has an imaginary part too, the sum with sin: both belong to the magnitude.")
    @Hint(id = "signed", text = "A magnitude is never negative: |−5| = 5.")
    @Hint(id = "transposed", text = "The first index of the result is the frequency of the rows, which multiplies u.")
    @Hint(id = "phaseSums", text = "These are the phase sums of task 5.3; the magnitudes are those of their Fourier transform.")
    @Hint(id = "separable", text = "The responses of both axes multiply only if the kernel is the product of a column and a row.")
    @Hint(id = "centred", text = "The frequency 0 stands at [0][0], not in the middle.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error, not a stride of 1: throw an IllegalArgumentException.")
    void findsAliasMagnitudes(Checkerboards checkerboards, Parts parts) {
        double[][] tent = {{0.25, 0.5, 0.25}, {0.5, 1, 0.5}, {0.25, 0.5, 0.25}};
        double[][] skewed = {{1, 2, 0}, {0, -1, 3}};
        double root = Math.sqrt(2);
        double[][] diagonal = {{2, root, 0, root}, {root, 0, root, 2}, {0, root, 2, root}, {root, 2, root, 0}};
        parts.check("odd", () -> matrix(new double[][] {{9, 3}, {3, 1}}, checkerboards.aliasMagnitudes(ones(3), 2)));
        parts.check("three", () -> matrix(new double[][] {{16, 4, 4}, {4, 1, 1}, {4, 1, 1}}, checkerboards.aliasMagnitudes(ones(4), 3)));
        parts.check("balanced", () -> matrix(new double[][] {{4, 0}, {0, 0}}, checkerboards.aliasMagnitudes(tent, 2)));
        parts.check("parseval", () -> {
            aliasPower(475, checkerboards.aliasMagnitudes(ONE_TO_NINE, 2));
            aliasPower(5324, checkerboards.aliasMagnitudes(new double[][] {{1, -2, 3, 4, -5}, {6, 7, -8, 9, 10}}, 3));
        });
        parts.check("skewed", () -> matrix(new double[][] {{5, 3}, {1, 5}}, checkerboards.aliasMagnitudes(skewed, 2)));
        parts.check("complex", () -> {
            matrix(new double[][] {{7, 5, 1, 5}, {7, 5, 1, 5}, {7, 5, 1, 5}, {7, 5, 1, 5}}, checkerboards.aliasMagnitudes(new double[][] {{4, 3}}, 4));
            matrix(new double[][] {{7, 7, 7, 7}, {5, 5, 5, 5}, {1, 1, 1, 1}, {5, 5, 5, 5}}, checkerboards.aliasMagnitudes(new double[][] {{4}, {3}}, 4));
            matrix(diagonal, checkerboards.aliasMagnitudes(new double[][] {{1, 0}, {0, 1}}, 4));
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.aliasMagnitudes(ones(3), 0));
            Expect.refused("", IllegalArgumentException.class, () -> checkerboards.aliasMagnitudes(ones(3), -2));
        });
    }

    private static void matrix(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, TOLERANCE);
    }

    private static void real(double expected, double actual) {
        Expect.real("", expected, actual, TOLERANCE);
    }

    private static void aliasPower(double expected, double[][] magnitudes) {
        Expect.present("", magnitudes);
        Expect.real("alias power", expected, power(magnitudes), 1e-5 * expected);
    }

    /// The squares of all magnitudes but the first; NaN if a row is missing or empty.
    private static double power(double[][] magnitudes) {
        double power = 0;
        for (double[] row : magnitudes) {
            if (row == null || row.length == 0) return Double.NaN;
            for (double magnitude : row) power += magnitude * magnitude;
        }
        return magnitudes.length == 0 ? Double.NaN : power - magnitudes[0][0] * magnitudes[0][0];
    }

    /// Ones in `size` rows and columns.
    private static double[][] ones(int size) {
        double[][] ones = new double[size][size];
        for (double[] row : ones) Arrays.fill(row, 1);
        return ones;
    }

    /// `[[4, 2], [2, 1]]` over and over, cut to `size` rows and columns, and a ramp along each axis.
    private static double[][] tiled(int size, double perRow, double perColumn) {
        double[][] tile = {{4, 2}, {2, 1}};
        double[][] image = new double[size][size];
        for (int h = 0; h < size; h++) {
            for (int w = 0; w < size; w++) image[h][w] = tile[h % 2][w % 2] + perRow * h + perColumn * w;
        }
        return image;
    }
}
