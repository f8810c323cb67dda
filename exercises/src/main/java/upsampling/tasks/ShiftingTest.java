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

/// The public tests of the tasks of lesson 9 that work on pictures. They run on any {@link Shifting}: an answer file, an object in a cell, the
/// reference solution. {@link ShiftingSignalsTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with NumPy 2 and SciPy 1.16:
/// ```
/// numpy.roll(image, (dy, dx), axis=(0, 1))                                                                  # 9.1
/// p = scipy.special.softmax(beta*heat); (p*rows).sum(), (p*columns).sum()                                   # 9.2
/// scipy.ndimage.correlate(image, numpy.outer(taps, taps), mode='mirror')[::s, ::s]                          # 9.3
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Whole shifts, keypoints and blur before subsampling")
public class ShiftingTest {
    /// An answer may compute in float32: with numbers up to 200 its results are exact to about 1e-5, whatever the order of the sums.
    private static final double TOLERANCE = 2e-5;
    private static final double[] TENT = {0.25, 0.5, 0.25};
    /// `(h*h + 1)*(w + 1)`: every row and every column grows, and both blurs can be checked on one axis.
    private static final double[][] FIELD = outer(new double[] {1, 2, 5, 10, 17}, 1, 2, 3, 4, 5, 6, 7);

    @Test
    @Task("9.1")
    @Points(2)
    @DisplayName("moves a picture by whole cells, around the border")
    @Part(value = "down", hint = "By (1, 0): which row stands at the top now?")
    @Part(value = "left", hint = "By (0, −1): which column stands at the right end now?")
    @Part(value = "both", hint = "By (−4, 5): how far is that, when 3 rows or 4 columns are once around?")
    @Part(value = "around", hint = "By (3, −8): where is every cell after whole turns?")
    @Part(value = "far", hint = "By (−7, 10): how many turns are that, and what is left of the shift?")
    @Part(value = "high", hint = "Five rows, two columns: which size belongs to which shift?")
    @Hint(id = "oppositeDirection", text = "A positive shift moves content down and right.")
    @Hint(id = "dropsAtBorder", text = "Circular: nothing is lost, so energies can be compared.")
    @Hint(id = "swapsAxes", text = "dy counts rows and dx counts columns: the first index of the picture is the row.")
    @Hint(id = "ignoresSign", text = "A negative shift moves up or left: it is not its absolute value.")
    @Hint(id = "wrapsOnce", text = "One turn may not be enough: Math.floorMod takes as many as it needs.")
    @Hint(id = "mirrors", text = "What leaves at one end comes in at the other end; it does not turn back.")
    @Hint(id = "rollsFlat", text = "Each row is a ring of its own: a cell that leaves it does not enter the next row.")
    @Hint(id = "repeatsEdge", text = "Behind the border the other end follows, not the border cell again.")
    @Hint(id = "assumesSquare", text = "Columns go around after image[0].length cells, rows after image.length.")
    void movesPictures(Shifting shifting, Parts parts) {
        double[][] twelve = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}};
        double[][] high = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}};
        parts.check("down", () -> copied(new double[][] {{8, 9, 10, 11}, {0, 1, 2, 3}, {4, 5, 6, 7}}, shifting.roll(twelve, 1, 0)));
        parts.check("left", () -> copied(new double[][] {{1, 2, 3, 0}, {5, 6, 7, 4}, {9, 10, 11, 8}}, shifting.roll(twelve, 0, -1)));
        parts.check("both", () -> copied(new double[][] {{7, 4, 5, 6}, {11, 8, 9, 10}, {3, 0, 1, 2}}, shifting.roll(twelve, -4, 5)));
        parts.check("around", () -> {
            copied(twelve, shifting.roll(twelve, 3, -8));
            copied(twelve, shifting.roll(twelve, 0, 0));
        });
        parts.check("far", () -> copied(new double[][] {{6, 7, 4, 5}, {10, 11, 8, 9}, {2, 3, 0, 1}}, shifting.roll(twelve, -7, 10)));
        parts.check("high", () -> copied(new double[][] {{7, 6}, {9, 8}, {1, 0}, {3, 2}, {5, 4}}, shifting.roll(high, 2, -1)));
    }

    @Test
    @Task("9.2")
    @Points(2)
    @DisplayName("finds the peak of a heat map between the cells")
    @Part(value = "line", hint = "The example: which share of the whole belongs to each of the two cells?")
    @Part(value = "flat", hint = "All cells count the same: where is the middle of 4 rows and 5 columns?")
    @Part(value = "soft", hint = "The peak counts 20, each other cell 1: what do all of them add up to?")
    @Part(value = "sharp", hint = "exp(10·1000) is infinite: what can be subtracted from all values without a change of p?")
    @Part(value = "signs", hint = "With β = ln 2 a cell counts 2 to the power of its value: what do the six cells count?")
    @Part(value = "offset", hint = "All values are 2000 more, or less: does that change p?")
    @Hint(id = "overflows", text = "Subtract the maximum before exp.")
    @Hint(id = "columnFirst", text = "Row, then column, like every tensor here.")
    @Hint(id = "hardArgmax", text = "Soft argmax is the mean position under the softmax.")
    @Hint(id = "ignoresBeta", text = "β multiplies the heat inside exp.")
    @Hint(id = "dividesByBeta", text = "β is a sharpness, not a temperature: multiply by it.")
    @Hint(id = "oneBased", text = "Rows and columns are counted from 0.")
    @Hint(id = "centreOfMass", text = "The weights are exp(β·heat), not the heat itself, which may be 0 or negative.")
    @Hint(id = "doesNotNormalise", text = "Divide by the sum of all exponentials: p must add up to 1.")
    @Hint(id = "dividesByMaximum", text = "Subtract the maximum; dividing by it changes how sharp the softmax is.")
    @Hint(id = "marginalsFirst", text = "One softmax over all cells: not one over the sums of the rows and another one over those of the columns.")
    @Hint(id = "subtractsMinimum", text = "Subtract the maximum, not the minimum: no argument of exp may be positive.")
    @Hint(id = "normalisedPlaces", text = "Places are row and column numbers, not −1 to 1 across the map.")
    void findsPeaks(Shifting shifting, Parts parts) {
        double[][] signs = {{-1, 2, 0}, {1, -3, 2}};
        parts.check("line", () -> {
            place(0, 0.75, shifting.softArgmax2d(new double[][] {{0, 1}}, StrictMath.log(3)));
            place(0.75, 0, shifting.softArgmax2d(new double[][] {{0}, {1}}, StrictMath.log(3)));
        });
        parts.check("flat", () -> place(1.5, 2, shifting.softArgmax2d(new double[4][5], 1)));
        parts.check("soft", () -> place(49.0 / 39, 97.0 / 39, shifting.softArgmax2d(impulse(1), StrictMath.log(20))));
        parts.check("sharp", () -> place(1, 3, shifting.softArgmax2d(impulse(1000), 10)));
        parts.check("signs", () -> {
            place(6.125 / 11.625, 14.125 / 11.625, shifting.softArgmax2d(signs, StrictMath.log(2)));
            place(20.015625 / 37.265625, 50.015625 / 37.265625, shifting.softArgmax2d(signs, StrictMath.log(4)));
        });
        parts.check("offset", () -> {
            place(6.125 / 11.625, 14.125 / 11.625, shifting.softArgmax2d(new double[][] {{1999, 2002, 2000}, {2001, 1997, 2002}}, StrictMath.log(2)));
            place(6.125 / 11.625, 14.125 / 11.625, shifting.softArgmax2d(new double[][] {{-2001, -1998, -2000}, {-1999, -2003, -1998}}, StrictMath.log(2)));
        });
    }

    @Test
    @Task("9.3")
    @Points(4)
    @DisplayName("blurs before it drops cells")
    @Part(value = "zhang", hint = "0, 0, 1, 1, ...: what are the blurred values at the cells 0, 2, 4 and 6?")
    @Part(value = "ones", hint = "What does a blur whose taps add up to 1 make of a picture of ones, also at the border?")
    @Part(value = "field", hint = "Which cells stand before the first one and behind the last one?")
    @Part(value = "five", hint = "Five taps: which two cells stand before the first one, and in which order?")
    @Part(value = "skew", hint = "The taps are 1, 2, −1: which of them meets the cell on the left?")
    @Part(value = "strideOne", hint = "With s = 1 nothing is dropped: how large is the result?")
    @Part(value = "oneTap", hint = "One tap, which is 3: which cells are kept, and what are they multiplied by?")
    @Part(value = "refusal", hint = "What should happen when there is no middle tap, the stride is 0, or too few cells are there to reflect?")
    @Hint(id = "zeroPadding", text = "Zeros darken the border: reflect.")
    @Hint(id = "edgePadding", text = "Reflect does not repeat the border cell.")
    @Hint(id = "symmetricPadding", text = "Place −1 is cell 1, not cell 0: the border cell itself is the mirror.")
    @Hint(id = "circularPadding", text = "Here the picture is no ring: before cell 0 stands cell 1, not the last one.")
    @Hint(id = "subsamplesFirst", text = "Low-pass before throwing samples away; afterwards it is too late.")
    @Hint(id = "flipsTaps", text = "taps[0] meets the cell above or on the left: the taps are not turned.")
    @Hint(id = "normalisesTaps", text = "Use the taps as they are given: they need not add up to 1.")
    @Hint(id = "rowsOnly", text = "Blur along both axes: down the columns too.")
    @Hint(id = "keepsOddCells", text = "The cells 0, s, 2s, ... are kept: begin with the first one.")
    @Hint(id = "dropsLastCell", text = "Cell (n−1)·s is kept when it exists: there are floor((H−1)/s) + 1 rows.")
    @Hint(id = "assumesSquare", text = "A picture may be wider than high: reflect each axis at its own end.")
    @Hint(id = "startsAtTapZero", text = "The middle tap lies on the cell itself: begin m cells before it.")
    @Hint(id = "addsAxes", text = "One blur after the other: their weights are multiplied, not averaged.")
    @Hint(id = "acceptsEvenTaps", text = "An even number of taps has no middle: throw an IllegalArgumentException.")
    @Hint(id = "acceptsAnyStride", text = "A stride below 1 is an error, not a stride of 1: throw an IllegalArgumentException.")
    @Hint(id = "acceptsSmallPicture", text = "With m cells or fewer along an axis one reflection is not enough: throw an IllegalArgumentException.")
    void blursBeforeItDrops(Shifting shifting, Parts parts) {
        double[][] stripes = outer(ones(8), 0, 0, 1, 1, 0, 0, 1, 1);
        double[][] small = outer(new double[] {0, 4, 8}, 4, 0, 0, 8);
        double[] five = {0.0625, 0.25, 0.375, 0.25, 0.0625};
        parts.check("zhang", () -> matrix(outer(ones(4), 0, .75, .25, .75), shifting.blurPool(stripes, TENT, 2)));
        parts.check("ones", () -> matrix(outer(ones(3), ones(3)), shifting.blurPool(outer(ones(5), ones(6)), TENT, 2)));
        parts.check("field", () -> matrix(outer(new double[] {1.5, 5.5, 13.5}, 1.5, 3, 5, 6.5), shifting.blurPool(FIELD, TENT, 2)));
        parts.check("five", () -> matrix(outer(new double[] {2, 10}, 1.75, 4, 6.25), shifting.blurPool(FIELD, five, 3)));
        parts.check("skew", () -> matrix(outer(new double[] {2, 2, 34}, 2, 4, 8, 14), shifting.blurPool(FIELD, new double[] {1, 2, -1}, 2)));
        parts.check("strideOne", () -> matrix(outer(new double[] {2, 4, 6}, 2, 1, 2, 4), shifting.blurPool(small, TENT, 1)));
        parts.check("oneTap", () -> {
            matrix(new double[][] {{0, 0}, {288, 0}}, shifting.blurPool(small, new double[] {3}, 2));
            matrix(new double[][] {{45}}, shifting.blurPool(new double[][] {{5}}, new double[] {3}, 1));
        });
        parts.check("refusal", () -> {
            refused("2 taps", () -> shifting.blurPool(FIELD, new double[] {0.5, 0.5}, 2));
            refused("stride 0", () -> shifting.blurPool(FIELD, TENT, 0));
            refused("2 rows, m = 2", () -> shifting.blurPool(new double[2][6], five, 2));
            refused("2 columns, m = 2", () -> shifting.blurPool(new double[6][2], five, 2));
        });
    }

    private static void copied(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, 0);
    }

    private static void matrix(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, TOLERANCE);
    }

    private static void place(double row, double column, double[] actual) {
        Expect.reals("", new double[] {row, column}, actual, TOLERANCE);
    }

    private static void refused(String what, Runnable call) {
        Expect.refused(what, IllegalArgumentException.class, call);
    }

    /// Zeros in 4 rows and 5 columns, and one value in row 1 and column 3.
    private static double[][] impulse(double value) {
        double[][] heat = new double[4][5];
        heat[1][3] = value;
        return heat;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// `rows[h] * columns[w]`.
    private static double[][] outer(double[] rows, double... columns) {
        double[][] outer = new double[rows.length][columns.length];
        for (int h = 0; h < rows.length; h++) {
            for (int w = 0; w < columns.length; w++) outer[h][w] = rows[h] * columns[w];
        }
        return outer;
    }
}
