package upsampling.tasks;

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
import upsampling.tensor.Window;

/// The public tests of the tasks of lesson 3 that work on rows of numbers and matrices. They run on any {@link ConvolutionMatrix}: an answer file,
/// an object in a cell, the reference solution. {@link ConvolutionTest} has the others.
///
/// The expected numbers are small enough to be checked by hand. Those of 3.2 agree with NumPy, those of 3.4 with PyTorch 2.15, one column at a time:
/// ```
/// abs((A @ x) @ y - x @ (B @ y)) / np.linalg.norm(A @ x) / np.linalg.norm(y)                # 3.2
/// F.conv2d(e, kernel, stride=..., padding=..., dilation=...).flatten()                      # 3.4, e has one 1 and is 0 elsewhere
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Inner products and the matrix of a convolution")
public class ConvolutionMatrixTest {
    /// Whole numbers are exact in float32 too; the roots and quotients of task 3.2 may be rounded.
    private static final double TOLERANCE = 2e-5;
    private static final double[][] ONE_TO_NINE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};

    @Test
    @Task("3.1")
    @Points(2)
    @DisplayName("takes an inner product without losing digits")
    @Part(value = "small", hint = "Which three products does the example add up?")
    @Part(value = "cancels", hint = "What is 16 777 216 + 1 in a float, and what in a double?")
    @Part(value = "products", hint = "How many digits has 4097 times 4097, and which type can hold it?")
    @Part(value = "large", hint = "What becomes of a large sum when a small number is added to it, again and again?")
    @Part(value = "firstLonger", hint = "The first row is longer: what should happen?")
    @Part(value = "secondLonger", hint = "The second row is longer: what should happen?")
    @Part(value = "empty", hint = "What is a sum of nothing?")
    @Hint(id = "floatSum", text = "Accumulate in double: float has 24 bits.")
    @Hint(id = "floatProduct", text = "float * float is rounded to a float before it is added: cast to double before you multiply.")
    @Hint(id = "shorterLength", text = "Different sizes are an error, not a hint to ignore data.")
    @Hint(id = "firstLength", text = "Nobody has compared the two lengths: throw an IllegalArgumentException before the loop.")
    @Hint(id = "sumsFirst", text = "Multiply first, then add: the product of two sums is something else.")
    @Hint(id = "cosine", text = "That is the cosine of an angle: the inner product is not divided by the lengths of the rows.")
    void takesAnInnerProduct(ConvolutionMatrix matrix, Parts parts) {
        float[] two = {1, 2};
        float[] three = {3, 4, 5};
        parts.check("small", () -> Expect.real("", 12, matrix.dot(new float[] {1, 2, 3}, new float[] {4, -5, 6}), TOLERANCE));
        parts.check("cancels", () -> Expect.real("", 1, matrix.dot(new float[] {16_777_216, 1, -16_777_216}, new float[] {1, 1, 1}), TOLERANCE));
        parts.check("products", () -> Expect.real("", 1, matrix.dot(new float[] {4097, -4096}, new float[] {4097, 4098}), TOLERANCE));
        parts.check("large", () -> Expect.real("", 16_777_218, matrix.dot(new float[] {16_777_216, 1, 1}, new float[] {1, 1, 1}), TOLERANCE));
        parts.check("firstLonger", () -> Expect.refused("", IllegalArgumentException.class, () -> matrix.dot(three, two)));
        parts.check("secondLonger", () -> Expect.refused("", IllegalArgumentException.class, () -> matrix.dot(two, three)));
        parts.check("empty", () -> Expect.real("", 0, matrix.dot(new float[0], new float[0]), TOLERANCE));
    }

    @Test
    @Task("3.2")
    @Points(2)
    @DisplayName("measures how far a matrix is from being the transpose of another")
    @Part(value = "tiny", hint = "What are the two inner products of the example, and what are the two lengths?")
    @Part(value = "adjoint", hint = "B is the transpose of A: what should the two inner products be?")
    @Part(value = "reversed", hint = "The rows of B come in the wrong order: how far do the inner products differ?")
    @Part(value = "doubled", hint = "Every entry of B is twice too large: which of the two inner products is larger now?")
    @Part(value = "scaled", hint = "x is a thousand times larger: should that change the gap?")
    @Part(value = "square", hint = "Both matrices are square: which index of B belongs to y?")
    @Hint(id = "absolute", text = "Divide by the norms, or the gap grows with the data.")
    @Hint(id = "signed", text = "A gap is a distance: take the absolute value of the difference.")
    @Hint(id = "dividesByX", text = "The first inner product is taken between A·x and y: divide by the length of A·x, not of x.")
    @Hint(id = "dividesByBackward", text = "Divide by the lengths of A·x and y, the pair of the first inner product.")
    @Hint(id = "squaredNorms", text = "A length is the root of the inner product of a row with itself.")
    @Hint(id = "dividesByInner", text = "An inner product can be 0 by chance: divide by the two lengths.")
    @Hint(id = "forgetsY", text = "Divide by both lengths: by that of A·x and by that of y.")
    @Hint(id = "transposesBackward", text = "B is applied as it is: entry i of B·y is the inner product of row i of B with y.")
    void measuresTheGap(ConvolutionMatrix matrix, Parts parts) {
        double[][] forward = {{1, 2, 0, 0}, {0, 1, 2, 0}, {0, 0, 1, 2}};
        double[][] adjoint = {{1, 0, 0}, {2, 1, 0}, {0, 2, 1}, {0, 0, 2}};
        double[][] reversed = {{0, 0, 2}, {0, 2, 1}, {2, 1, 0}, {1, 0, 0}};
        double[][] doubled = {{2, 0, 0}, {4, 2, 0}, {0, 4, 2}, {0, 0, 4}};
        double[] x = {1, 2, 3, 4};
        double[] y = {1, 0, 2};
        parts.check("tiny", () -> gap(12 / Math.sqrt(20 * 10), matrix, new double[][] {{1}, {2}}, new double[][] {{3, 2}}, new double[] {2},
            new double[] {3, 1}));
        parts.check("adjoint", () -> gap(0, matrix, forward, adjoint, x, y));
        parts.check("reversed", () -> gap(9 / Math.sqrt(210 * 5), matrix, forward, reversed, x, y));
        parts.check("doubled", () -> gap(27 / Math.sqrt(210 * 5), matrix, forward, doubled, x, y));
        parts.check("scaled", () -> gap(9 / Math.sqrt(210 * 5), matrix, forward, reversed, new double[] {1000, 2000, 3000, 4000}, y));
        parts.check("square", () -> {
            double[][] square = {{1, 2}, {3, 4}};
            gap(0, matrix, square, new double[][] {{1, 3}, {2, 4}}, new double[] {1, 2}, new double[] {3, -1});
            gap(7 / Math.sqrt(146 * 10), matrix, square, square, new double[] {1, 2}, new double[] {3, -1});
        });
    }

    @Test
    @Task("3.4")
    @Points(4)
    @DisplayName("writes a convolution as a matrix")
    @Part(value = "tiny", hint = "The example has two positions: which cells of the flat picture does each of them see?")
    @Part(value = "plain", hint = "4×4 cells, a kernel of 3×3: how many outputs are there, and which cell does the first weight of each row belong to?")
    @Part(value = "strided", hint = "Stride 2, padding 1: which weights of the first window lie on the picture?")
    @Part(value = "dilated", hint = "Dilation 2: how far do two neighbouring weights lie apart in the flat picture?")
    @Part(value = "product", hint = "Multiply your matrix with the flat picture 0, 1, 2, ...: is that the convolution?")
    @Hint(id = "transposed", text = "One row per output, one column per input.")
    @Hint(id = "columnMajor", text = "Flatten outputs row by row, like memory: oh·Wo + ow.")
    @Hint(id = "inputColumnMajor", text = "Flatten the picture row by row, like memory: cell (h, w) is h·W + w.")
    @Hint(id = "heightForWidth", text = "A row has as many cells as the map is wide: cell (h, w) is h·W + w, output (oh, ow) is oh·Wo + ow.")
    @Hint(id = "flipped", text = "Row = kernel as it lies over the input, not rotated.")
    @Hint(id = "transposesKernel", text = "kernel[kh][kw]: kh goes down with h, kw goes right with w.")
    @Hint(id = "ignoresStride", text = "The next window begins s cells farther: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresPadding", text = "The first window begins p cells before the picture: h = oh·s − p + kh·d.")
    @Hint(id = "ignoresDilation", text = "Two weights of a dilated kernel lie d cells apart: h = oh·s − p + kh·d.")
    @Hint(id = "wrapsAround", text = "A cell beside the picture is not the end of another row: check h and w, not h·W + w.")
    @Hint(id = "repeatsBorder", text = "A cell in the padding is 0 and has no column: leave its weight out.")
    @Hint(id = "wholeWindowsOnly", text = "A window that reaches into the padding still has weights on the picture: leave out the others only.")
    void writesTheMatrix(ConvolutionMatrix matrix, Parts parts) {
        double[][] two = {{1, 2}, {3, 4}};
        Window strided = Window.of(3).withStride(2).withPadding(1);
        double[][] plain = {
            {1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 0, 0, 0, 0},
            {0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 0, 0, 0},
            {0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0},
            {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9}};
        double[][] fiveByFour = {
            {5, 6, 0, 0, 8, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 4, 5, 6, 0, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 2, 3, 0, 0, 5, 6, 0, 0, 8, 9, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 5, 6, 0, 0},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6}};
        parts.check("tiny", () -> Expect.matrix("", new double[][] {{1, 2, 0, 3, 4, 0}, {0, 1, 2, 0, 3, 4}}, matrix.convMatrix(two, 2, 3, Window.of(2)), 0));
        parts.check("plain", () -> Expect.matrix("", plain, matrix.convMatrix(ONE_TO_NINE, 4, 4, Window.of(3)), 0));
        parts.check("strided", () -> {
            Window window = Window.of(2).withStride(2).withPadding(1);
            Expect.matrix("", new double[][] {{4, 0}, {0, 3}}, matrix.convMatrix(two, 1, 2, window), 0);
            Expect.matrix("", fiveByFour, matrix.convMatrix(ONE_TO_NINE, 5, 4, strided), 0);
        });
        parts.check("dilated", () -> {
            Expect.matrix("", new double[][] {{1, 0, 2, 0, 0, 0, 3, 0, 4}}, matrix.convMatrix(two, 3, 3, Window.of(2).withDilation(2)), 0);
            Expect.matrix("", sevenBySeven(), matrix.convMatrix(ONE_TO_NINE, 7, 7, Window.of(3).withDilation(2)), 0);
        });
        parts.check("product", () -> {
            product(new double[] {303, 348, 483, 528}, matrix.convMatrix(ONE_TO_NINE, 4, 4, Window.of(3)), 16);
            product(new double[] {83, 178, 330, 528, 245, 358}, matrix.convMatrix(ONE_TO_NINE, 5, 4, strided), 20);
        });
    }

    private static void gap(double expected, ConvolutionMatrix matrix, double[][] forward, double[][] backward, double[] x, double[] y) {
        Expect.real("", expected, matrix.adjointGap(forward, backward, x, y), TOLERANCE);
    }

    /// The kernel 1..9 with dilation 2 on 7x7 cells: the nine weights lie 2 columns and 2 rows, 14 cells, apart, and each window begins one cell later.
    private static double[][] sevenBySeven() {
        int[] places = {0, 2, 4, 14, 16, 18, 28, 30, 32};
        int[] begins = {0, 1, 2, 7, 8, 9, 14, 15, 16};
        double[][] rows = new double[9][49];
        for (int row = 0; row < 9; row++) {
            for (int weight = 0; weight < 9; weight++) rows[row][begins[row] + places[weight]] = weight + 1;
        }
        return rows;
    }

    /// `C` times the picture `0, 1, 2, ...` is its convolution.
    private static void product(double[] expected, double[][] matrix, int cells) {
        Expect.matrix("", new double[expected.length][cells], matrix, Double.POSITIVE_INFINITY); // the size only
        double[] products = new double[expected.length];
        for (int row = 0; row < products.length; row++) {
            for (int cell = 0; cell < cells; cell++) products[row] += matrix[row][cell] * cell;
        }
        Expect.reals("C·x", expected, products, TOLERANCE);
    }
}
