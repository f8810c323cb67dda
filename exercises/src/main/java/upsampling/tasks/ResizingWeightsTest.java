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
import upsampling.tasks.Resizing.Box;
import upsampling.tasks.Resizing.Corners;

/// The public tests of the tasks of lesson 2 that work on one axis or one point. They run on any {@link Resizing}: an answer file, an object in a
/// cell, the reference solution. {@link ResizingTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// F.interpolate(x, size=..., mode='nearest' | 'nearest-exact')
/// F.interpolate(torch.eye(4).reshape(4, 1, 4), size=8, mode='linear', align_corners=False | True).T     # 2.4
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Indices and weights of interpolation")
public class ResizingWeightsTest {
    private static final String HALF_PIXEL = "half-pixel";
    private static final String CORNERS = "corners";
    /// An answer may compute in float32: with numbers up to 60 its results are exact to about 1e-5, whatever the order of the sums.
    private static final double TOLERANCE = 2e-5;

    @Test
    @Task("2.1")
    @Points(2)
    @DisplayName("copies the right cell, by both rules")
    @Part(value = "shrink", hint = "Where on the input does the left edge of each output cell lie, and in which cell is that?")
    @Part(value = "shrinkExact", hint = "Nearest-exact: where on the input does the centre of each output cell lie?")
    @Part(value = "enlarge", hint = "When 3 cells become 5, how many input cells is one step of the output?")
    @Part(value = "enlargeExact", hint = "Nearest-exact: where are the five centres on the three cells?")
    @Part(value = "double", hint = "When the size doubles, how often is each cell copied?")
    @Part(value = "halve", hint = "When the size is halved, each output covers two cells: which of them does each rule take?")
    @Part(value = "one", hint = "What are the edge and the centre of the only cell there is?")
    @Part(value = "large", hint = "How large is the product of an output index and an input size, and which type can hold it?")
    @Hint(id = "rounds", text = "Nearest in PyTorch floors o·in/out; it does not round.")
    @Hint(id = "alwaysHalfPixel", text = "Nearest and nearest-exact differ by half a pixel: only the exact rule adds ½.")
    @Hint(id = "ignoresExact", text = "With exact, the centre of the output cell decides: take o + ½ instead of o.")
    @Hint(id = "floorsSource", text = "The −½ of the source coordinate belongs to centres; the cell that holds a point at (o+½)·in/out is its floor.")
    @Hint(id = "dividesFirst", text = "int / int has already cut off the fraction: multiply before you divide, or divide in double.")
    @Hint(id = "usesCorners", text = "(in−1)/(out−1) is the ratio of aligned corners; nearest counts cells, so its ratio is in/out.")
    @Hint(id = "intOverflow", text = "The product o·in does not fit an int: multiply in long or double.")
    void copiesTheRightCell(Resizing resizing, Parts parts) {
        parts.check("shrink", () -> indices(resizing, 3, 2, false, 0, 1));
        parts.check("shrinkExact", () -> indices(resizing, 3, 2, true, 0, 2));
        parts.check("enlarge", () -> indices(resizing, 3, 5, false, 0, 0, 1, 1, 2));
        parts.check("enlargeExact", () -> indices(resizing, 3, 5, true, 0, 0, 1, 2, 2));
        parts.check("double", () -> {
            indices(resizing, 4, 8, false, 0, 0, 1, 1, 2, 2, 3, 3);
            indices(resizing, 4, 8, true, 0, 0, 1, 1, 2, 2, 3, 3);
        });
        parts.check("halve", () -> {
            indices(resizing, 8, 4, false, 0, 2, 4, 6);
            indices(resizing, 8, 4, true, 1, 3, 5, 7);
        });
        parts.check("one", () -> {
            indices(resizing, 5, 1, false, 0);
            indices(resizing, 5, 1, true, 2);
            indices(resizing, 1, 3, false, 0, 0, 0);
            indices(resizing, 1, 3, true, 0, 0, 0);
        });
        parts.check("large", () -> {
            Expect.number("", 80_000, resizing.nearestIndex(40_000, 131_072, 65_536, false));
            Expect.number("", 80_001, resizing.nearestIndex(40_000, 131_072, 65_536, true));
        });
    }

    @Test
    @Task("2.2")
    @Points(2)
    @DisplayName("finds the value at a point between four corners")
    @Part(value = "unit", hint = "What are R1, R2 and P of the example, each with its numbers?")
    @Part(value = "box", hint = "Which part of its way through the box has the point gone along x, and which along y?")
    @Part(value = "inside", hint = "Which corner is nearest, and how much does it count?")
    @Part(value = "corners", hint = "What should the value be when the point is one of the corners?")
    @Hint(id = "swapsQ21Q12", text = "Q₂₁ is the corner at x₂, y₁: the first digit belongs to x.")
    @Hint(id = "farWeights", text = "The weight of a corner is the distance to the other one: at q11 itself, q11 counts 1.")
    @Hint(id = "plane", text = "Bilinear has an xy term: four corners do not fit a plane.")
    @Hint(id = "assumesUnitSquare", text = "Divide each distance by the side of the box: it is not always 1.")
    @Hint(id = "forgetsOrigin", text = "The box does not begin at 0: measure from x₁ and y₁.")
    @Hint(id = "flipsY", text = "y grows from y₁ to y₂: near y₁ it is R1 that counts.")
    void findsTheValueBetweenCorners(Resizing resizing, Parts parts) {
        var q = new Corners(1, 3, 5, 11);
        var unit = new Box(0, 1, 0, 1);
        var box = new Box(2, 6, 0, 10);
        parts.check("unit", () -> Expect.real("", 4, resizing.bilinearPoint(q, unit, 0.25, 0.5), TOLERANCE));
        parts.check("box", () -> {
            Expect.real("", 4, resizing.bilinearPoint(q, box, 3, 5), TOLERANCE);
            Expect.real("", 3.3125, resizing.bilinearPoint(new Corners(2, 3, 5, 11), new Box(1, 5, -2, 6), 2, 0), TOLERANCE); // no side begins at 0
        });
        parts.check("inside", () -> Expect.real("", 3.9, resizing.bilinearPoint(q, box, 5, 2), TOLERANCE));
        parts.check("corners", () -> {
            Expect.real("", 1, resizing.bilinearPoint(q, box, 2, 0), TOLERANCE);
            Expect.real("", 3, resizing.bilinearPoint(q, box, 6, 0), TOLERANCE);
            Expect.real("", 5, resizing.bilinearPoint(q, box, 2, 10), TOLERANCE);
            Expect.real("", 11, resizing.bilinearPoint(q, box, 6, 10), TOLERANCE);
        });
    }

    @Test
    @Task("2.3")
    @Points(4)
    @DisplayName("weighs the four neighbours of a cubic interpolation")
    @Part(value = "pytorch", hint = "t = 0.25: what are the four distances, and which line of the formula does each of them need?")
    @Part(value = "keys", hint = "What does the formula give with a = −0.5 instead of −0.75?")
    @Part(value = "onCell", hint = "The point lies on tap 0: what should the interpolated value be?")
    @Part(value = "sums", hint = "What do the four weights add up to? What would a picture of equal values become?")
    @Hint(id = "keysAlways", text = "a is a parameter: −0.75 in PyTorch, −0.5 in Keys and TensorFlow.")
    @Hint(id = "pytorchAlways", text = "a is a parameter: it is not always PyTorch's −0.75.")
    @Hint(id = "reversedTaps", text = "Tap −1 is the left neighbour, at distance 1+t.")
    @Hint(id = "twoTaps", text = "The outer lobes are negative; they make the edge sharp and the overshoot.")
    @Hint(id = "onePolynomial", text = "A cell farther away than 1 needs the second line of the formula.")
    @Hint(id = "signedDistance", text = "A distance is never negative: take 1−t and 2−t on the right side, not t−1 and t−2.")
    @Hint(id = "tapsFromZero", text = "The taps are −1, 0, 1, 2: the first weight belongs to the cell at distance 1+t, not t.")
    void weighsFourNeighbours(Resizing resizing, Parts parts) {
        parts.check("pytorch", () -> Expect.reals("", new double[] {-0.10546875, 0.87890625, 0.26171875, -0.03515625},
            resizing.cubicWeights(0.25, -0.75), TOLERANCE));
        parts.check("keys", () -> Expect.reals("", new double[] {-0.0625, 0.5625, 0.5625, -0.0625}, resizing.cubicWeights(0.5, -0.5), TOLERANCE));
        parts.check("onCell", () -> Expect.reals("", new double[] {0, 1, 0, 0}, resizing.cubicWeights(0, -0.75), TOLERANCE));
        parts.check("sums", () -> {
            for (double t : new double[] {0.125, 0.5, 0.75}) {
                for (double a : new double[] {-0.75, -0.5, -1}) {
                    double[] weights = resizing.cubicWeights(t, a);
                    Expect.present("", weights);
                    Expect.real("sum of the weights", 1, Arrays.stream(weights).sum(), TOLERANCE);
                }
            }
        });
    }

    @Test
    @Task("2.4")
    @Points(4)
    @DisplayName("writes linear interpolation as a matrix")
    @Part(value = "halfPixel", hint = "Half pixels, 4 to 8: what are the first sources, before and after the clamp?")
    @Part(value = "corners", hint = "Corners, 4 to 8: how many input cells is one step of the output?")
    @Part(value = "toOne", hint = "One output: where does it lie with half pixels, and where with corners?")
    @Part(value = "fromOne", hint = "One input cell: which neighbours has it?")
    @Part(value = "shrink", hint = "5 to 3: which outputs lie between two cells, and which on a cell?")
    @Part(value = "edges", hint = "2 to 3: what do the first and the last output read?")
    @Part(value = "rowSums", hint = "What would become of a row of equal values?")
    @Part(value = "refusal", hint = "What should happen with an alignment of another name, or a size of 0?")
    @Hint(id = "noClamp", text = "Coordinates below 0 are clamped, not extrapolated.")
    @Hint(id = "asymmetric", text = "Cell centres lie at +½: source = (o+½)·in/out − ½.")
    @Hint(id = "losesEdgeWeight", text = "The missing right neighbour is the last cell itself: it gets both weights.")
    @Hint(id = "ignoresAlignment", text = "With corners the centres meet: source = o·(in−1)/(out−1), not the formula of half pixels.")
    @Hint(id = "cornersOfCells", text = "From the first centre to the last one there are in−1 steps on the input and out−1 on the output.")
    @Hint(id = "dividesByZero", text = "With corners a single output has no step to divide by: out−1 is 0, and source is 0 by definition.")
    @Hint(id = "integerDivision", text = "int / int has already cut off the fraction: divide in double.")
    @Hint(id = "transposes", text = "A row belongs to an output: the matrix has outSize rows and inSize columns.")
    @Hint(id = "swapsWeights", text = "l is how far source lies behind left, so left counts 1−l and right counts l.")
    @Hint(id = "acceptsAnyAlignment", text = "An unknown alignment is an error, not one of the two: throw an IllegalArgumentException.")
    void writesTheMatrix(Resizing resizing, Parts parts) {
        double[][] doubled = {{1, 0, 0, 0}, {.75, .25, 0, 0}, {.25, .75, 0, 0}, {0, .75, .25, 0}, {0, .25, .75, 0}, {0, 0, .75, .25}, {0, 0, .25, .75},
            {0, 0, 0, 1}};
        double[][] corners = sevenths(new int[][] {{7, 0, 0, 0}, {4, 3, 0, 0}, {1, 6, 0, 0}, {0, 5, 2, 0}, {0, 2, 5, 0}, {0, 0, 6, 1}, {0, 0, 3, 4},
            {0, 0, 0, 7}});
        double third = 1 / 3.0;
        parts.check("halfPixel", () -> matrix(doubled, resizing.linearMatrix(4, 8, HALF_PIXEL)));
        parts.check("corners", () -> matrix(corners, resizing.linearMatrix(4, 8, CORNERS)));
        parts.check("toOne", () -> {
            matrix(new double[][] {{0, .5, .5, 0}}, resizing.linearMatrix(4, 1, HALF_PIXEL));
            matrix(new double[][] {{1, 0, 0, 0}}, resizing.linearMatrix(4, 1, CORNERS));
        });
        parts.check("fromOne", () -> {
            matrix(new double[][] {{1}, {1}, {1}}, resizing.linearMatrix(1, 3, HALF_PIXEL));
            matrix(new double[][] {{1}, {1}, {1}}, resizing.linearMatrix(1, 3, CORNERS));
        });
        parts.check("shrink", () -> {
            matrix(new double[][] {{2 * third, third, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, third, 2 * third}}, resizing.linearMatrix(5, 3, HALF_PIXEL));
            matrix(new double[][] {{1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 1}}, resizing.linearMatrix(5, 3, CORNERS));
        });
        parts.check("edges", () -> {
            matrix(new double[][] {{1, 0}, {.5, .5}, {0, 1}}, resizing.linearMatrix(2, 3, HALF_PIXEL));
            matrix(new double[][] {{1, 0}, {.5, .5}, {0, 1}}, resizing.linearMatrix(2, 3, CORNERS));
        });
        parts.check("rowSums", () -> {
            for (String alignment : new String[] {HALF_PIXEL, CORNERS}) {
                double[][] matrix = resizing.linearMatrix(3, 7, alignment);
                Expect.reals("row sums", new double[] {1, 1, 1, 1, 1, 1, 1}, rowSums(matrix), TOLERANCE);
            }
        });
        parts.check("refusal", () -> {
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(4, 8, "centre"));
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(0, 8, HALF_PIXEL));
            Expect.refused("", IllegalArgumentException.class, () -> resizing.linearMatrix(4, 0, CORNERS));
        });
    }

    private static void indices(Resizing resizing, int inSize, int outSize, boolean exact, int... expected) {
        for (int o = 0; o < outSize; o++) Expect.number("", expected[o], resizing.nearestIndex(o, inSize, outSize, exact));
    }

    private static void matrix(double[][] expected, double[][] actual) {
        Expect.matrix("", expected, actual, TOLERANCE);
    }

    /// The sums of the rows; null without a matrix, and NaN for a row that is null.
    private static double[] rowSums(double[][] matrix) {
        if (matrix == null) return null;
        double[] sums = new double[matrix.length];
        for (int o = 0; o < sums.length; o++) sums[o] = matrix[o] == null ? Double.NaN : Arrays.stream(matrix[o]).sum();
        return sums;
    }

    private static double[][] sevenths(int[][] numerators) {
        double[][] rows = new double[numerators.length][numerators[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) rows[i][j] = numerators[i][j] / 7.0;
        }
        return rows;
    }
}
