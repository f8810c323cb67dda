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
import upsampling.tasks.Repairs.ValueAndGradient;

/// The public tests of the tasks of lesson 6 that pull a kernel towards balance. {@link RepairBlursTest} and {@link ResizeConvTest} have the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with NumPy 2, with `p(u, v)` for the phase `(u % s, v % s)`:
/// ```
/// D = S - S.mean()                                                          # S as in task 5.3
/// (D**2).sum(); 2*D[p(u, v)]                                                # 6.4
/// kernel[u, v] - D[p(u, v)] / number of taps with this phase                # 6.5
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Balancing a kernel")
public class BalanceTest {
    /// An answer may compute in float32: with numbers up to 600 its results are exact to about 1e-4, whatever the order of the sums.
    private static final double TOLERANCE = 2e-4;
    private static final double[][] ONE_TO_NINE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    private static final double[][] TENT = {{.25, .5, .25}, {.5, 1, .5}, {.25, .5, .25}};
    private static final double[][] WIDE = {{1, -2, 3, 4, -5}, {6, 7, -8, 9, 10}};

    @Test
    @Task("6.4")
    @Points(4)
    @DisplayName("measures how far a kernel is from balance, with the gradient")
    @Part(value = "ones", hint = "ones(3), s = 2: the phase sums are 4, 2, 2, 1. What are their mean and their four deviations?")
    @Part(value = "counting", hint = "1..9, s = 2: the phase sums are 20, 10, 10, 5. How far is each of them from their mean?")
    @Part(value = "balanced", hint = "All phase sums are equal: what is left, and where does the gradient point?")
    @Part(value = "gaps", hint = "Four taps and nine phases: what is the mean of all nine phase sums?")
    @Part(value = "rectangle", hint = "2 rows of 5 taps: how far does each of the two loops go, and which phase belongs to kernel[0][1]?")
    @Part(value = "differences", hint = "Add 1 to a tap, then subtract 1: is half the difference of both values your gradient?")
    @Part(value = "strideOne", hint = "With s = 1 there is a single phase: how far is it from the mean?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0?")
    @Hint(id = "forgetsTwo", text = "d(u²) = 2u du.")
    @Hint(id = "weightMean", text = "S̄ is the mean of the phase sums, not of the taps.")
    @Hint(id = "meanInsteadOfSum", text = "R is the sum over phases, s² times PSV: do not divide by s².")
    @Hint(id = "weightVariance", text = "Balance is about phase sums: equal taps, as in ones(3), are not balanced.")
    @Hint(id = "absoluteDeviations", text = "The deviations are squared.")
    @Hint(id = "rootOfSum", text = "The sum of the squares is asked for, without a root.")
    @Hint(id = "rowsOnly", text = "There are s phases on each of the two axes, so s² sums.")
    @Hint(id = "forgetsMean", text = "Subtract the mean of the phase sums before you square: large sums are no fault.")
    @Hint(id = "gradientPerPhase", text = "The gradient has one number for each tap: the size of the kernel, not of the phase sums.")
    @Hint(id = "sharesGradient", text = "Each tap moves its phase sum in full: do not divide by the number of taps. That is task 6.5.")
    @Hint(id = "wrongSign", text = "The gradient points to larger values; the training step subtracts it.")
    @Hint(id = "ownTermOnly", text = "A tap moves the mean, and by it all deviations. Add up all s² terms: what comes through the mean cancels.")
    @Hint(id = "transposesPhases", text = "The row of the tap decides the first index of the phase sums, its column the second one.")
    @Hint(id = "ignoresEmptyPhases", text = "A phase without taps has the sum 0, and counts in the mean and in the value.")
    @Hint(id = "assumesSquare", text = "A kernel may have more columns than rows: each row has kernel[u].length taps.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error: throw an IllegalArgumentException.")
    void measuresTheImbalance(Repairs repairs, Parts parts) {
        parts.check("ones", () -> penalty(4.75, new double[][] {{3.5, -.5, 3.5}, {-.5, -2.5, -.5}, {3.5, -.5, 3.5}},
            repairs.balancePenalty(ones(3), 2)));
        parts.check("counting", () -> penalty(118.75, new double[][] {{17.5, -2.5, 17.5}, {-2.5, -12.5, -2.5}, {17.5, -2.5, 17.5}},
            repairs.balancePenalty(ONE_TO_NINE, 2)));
        parts.check("balanced", () -> {
            penalty(0, new double[3][3], repairs.balancePenalty(TENT, 2));
            penalty(0, new double[4][4], repairs.balancePenalty(ones(4), 2));
        });
        parts.check("gaps", () -> {
            double up = 10 / 9.0;
            penalty(20 / 9.0, new double[][] {{up, up}, {up, up}}, repairs.balancePenalty(ones(2), 3));
        });
        parts.check("rectangle", () -> {
            double[][] gradient = {{-14.5, -8.5, -14.5, -8.5, -14.5}, {3.5, 19.5, 3.5, 19.5, 3.5}};
            penalty(168.75, gradient, repairs.balancePenalty(WIDE, 2));
            penalty(168.75, turned(gradient), repairs.balancePenalty(turned(WIDE), 2));
        });
        parts.check("differences", () -> differences(repairs, new double[][] {{3, -1, 4}, {1, -5, 9}}, 2));
        parts.check("strideOne", () -> penalty(0, new double[3][3], repairs.balancePenalty(ONE_TO_NINE, 1)));
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.balancePenalty(ones(3), 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.balancePenalty(ones(3), -2));
        });
    }

    @Test
    @Task("6.5")
    @Points(4)
    @DisplayName("finds the nearest balanced kernel of the same sum")
    @Part(value = "ones", hint = "ones(3), s = 2: phase (0, 0) has four taps and is 1.75 too large. How much does each of them lose?")
    @Part(value = "counting", hint = "1..9, s = 2: phase (0, 0) is 8.75 too large. How much do 1, 3, 7 and 9 lose, each of them?")
    @Part(value = "stays", hint = "A kernel that is balanced already: what is the nearest balanced one?")
    @Part(value = "three", hint = "s = 3, four rows and columns: how many taps has phase (0, 0), and how many phase (1, 2)?")
    @Part(value = "rectangle", hint = "2 rows of 5 taps, s = 2: how many taps has phase (0, 0), and how many phase (0, 1)?")
    @Part(value = "gaps", hint = "Two taps and three phases on an axis: which phase sum can nobody change?")
    @Part(value = "refusal", hint = "What should happen with a stride of 0?")
    @Hint(id = "undivided", text = "Spread the correction over the n_r taps of the phase.")
    @Hint(id = "multiplicative", text = "Nearest means least change in the sum of squares: add, do not scale.")
    @Hint(id = "globalScale", text = "A common factor cannot balance: each phase needs its own correction.")
    @Hint(id = "dividesByKernel", text = "Divide by the number of taps of the phase, not of the whole kernel.")
    @Hint(id = "countsWholeStrides", text = "Count the taps of each phase: the last stride is not always complete.")
    @Hint(id = "countsLargestPhase", text = "Phases have different numbers of taps: of three taps, with stride 2, two have phase 0 and one phase 1.")
    @Hint(id = "targetsOne", text = "The phase sums become equal to their mean, not to 1: the gain of the kernel stays.")
    @Hint(id = "targetsZero", text = "Only what a phase sum has too much is taken away: its difference from the mean.")
    @Hint(id = "evensOut", text = "Keep the differences within a phase: all its taps change by the same amount.")
    @Hint(id = "firstTapOnly", text = "Share the correction among all taps of the phase: a single tap would have to change too much.")
    @Hint(id = "gradientStep", text = "A step down the gradient goes in the right direction, but not to balance: subtract (S − mean)/n.")
    @Hint(id = "weightMean", text = "The target is the mean of the phase sums, not of the taps.")
    @Hint(id = "addsCorrection", text = "A phase sum that is too large must become smaller: subtract.")
    @Hint(id = "transposesPhases", text = "The row of the tap decides the first index of the phase sums, its column the second one.")
    @Hint(id = "assumesSquare", text = "A kernel may have more columns than rows: each row has kernel[u].length taps.")
    @Hint(id = "acceptsGaps", text = "A phase without taps keeps the sum 0: such a kernel cannot be balanced, throw an IllegalArgumentException.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error: throw an IllegalArgumentException.")
    void findsTheNearestBalancedKernel(Repairs repairs, Parts parts) {
        double[][] sixteen = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}, {12, 13, 14, 15}};
        double[][] wide = {{41 / 12.0, .125, 65 / 12.0, 6.125, -31 / 12.0}, {65 / 12.0, 2.125, -103 / 12.0, 4.125, 113 / 12.0}};
        parts.check("ones", () -> matrix(new double[][] {{.5625, 1.125, .5625}, {1.125, 2.25, 1.125}, {.5625, 1.125, .5625}},
            repairs.projectBalanced(ones(3), 2)));
        parts.check("counting", () -> matrix(new double[][] {{-1.1875, 2.625, .8125}, {4.625, 11.25, 6.625}, {4.8125, 8.625, 6.8125}},
            repairs.projectBalanced(ONE_TO_NINE, 2)));
        parts.check("stays", () -> {
            matrix(TENT, repairs.projectBalanced(TENT, 2));
            matrix(ONE_TO_NINE, repairs.projectBalanced(ONE_TO_NINE, 1));
        });
        parts.check("three", () -> {
            double low = 31 / 6.0;
            double high = 40 / 3.0;
            double third = 2 / 3.0;
            matrix(new double[][] {{-25 / 6.0, third, third, -7 / 6.0}, {low, high, high, 49 / 6.0}, {low, high, high, 49 / 6.0},
                {47 / 6.0, 38 / 3.0, 38 / 3.0, 65 / 6.0}}, repairs.projectBalanced(sixteen, 3));
            matrix(new double[][] {{5, 5, 5}, {5, 5, 5}, {5, 5, 5}}, repairs.projectBalanced(ONE_TO_NINE, 3));
        });
        parts.check("rectangle", () -> {
            matrix(wide, repairs.projectBalanced(WIDE, 2));
            matrix(turned(wide), repairs.projectBalanced(turned(WIDE), 2));
        });
        parts.check("gaps", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(ones(2), 3));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(WIDE, 3));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(turned(WIDE), 3));
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(ones(3), 0));
            Expect.refused("", IllegalArgumentException.class, () -> repairs.projectBalanced(ones(3), -2));
        });
    }

    private static void penalty(double value, double[][] gradient, ValueAndGradient actual) {
        Expect.present("", actual);
        Expect.real("value", value, actual.value(), TOLERANCE);
        Expect.matrix("gradient", gradient, actual.gradient(), TOLERANCE);
    }

    /// The gradient against the answer's own values. They are quadratic in each tap, so half the difference over two whole steps is exact.
    private static void differences(Repairs repairs, double[][] kernel, int stride) {
        double[][] expected = new double[kernel.length][kernel[0].length];
        for (int u = 0; u < kernel.length; u++) {
            for (int v = 0; v < kernel[u].length; v++) {
                expected[u][v] = (moved(repairs, kernel, u, v, 1, stride) - moved(repairs, kernel, u, v, -1, stride)) / 2;
            }
        }
        ValueAndGradient actual = repairs.balancePenalty(kernel, stride);
        Expect.present("", actual);
        Expect.matrix("gradient", expected, actual.gradient(), TOLERANCE);
    }

    private static double moved(Repairs repairs, double[][] kernel, int u, int v, double by, int stride) {
        double[][] changed = new double[kernel.length][];
        for (int row = 0; row < kernel.length; row++) changed[row] = kernel[row].clone();
        changed[u][v] += by;
        ValueAndGradient penalty = repairs.balancePenalty(changed, stride);
        Expect.present("", penalty);
        return penalty.value();
    }

    private static void matrix(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, TOLERANCE);
    }

    /// Ones in `size` rows and columns.
    private static double[][] ones(int size) {
        double[][] ones = new double[size][size];
        for (double[] row : ones) Arrays.fill(row, 1);
        return ones;
    }

    private static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) turned[j][i] = rows[i][j];
        }
        return turned;
    }
}
