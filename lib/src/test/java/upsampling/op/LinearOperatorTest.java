package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

class LinearOperatorTest {

    /// What a learner may write in a cell: the difference of neighbours, `[1, 1, 1, n] -> [1, 1, 1, n-1]`.
    private record Difference(int n) implements LinearOperator {
        @Override
        public Shape inputShape() {
            return Shape.plane(1, n);
        }

        @Override
        public Shape outputShape() {
            return Shape.plane(1, n - 1);
        }

        @Override
        public Tensor apply(Tensor x) {
            float[] y = new float[n - 1];
            for (int i = 0; i < n - 1; i++) y[i] = x.get(0, i + 1) - x.get(0, i);
            return Tensor.of(outputShape(), y);
        }

        @Override
        public Tensor adjoint(Tensor y) {
            float[] x = new float[n];
            for (int i = 0; i < n - 1; i++) {
                x[i] -= y.get(0, i);
                x[i + 1] += y.get(0, i);
            }
            return Tensor.of(inputShape(), x);
        }
    }

    @Test
    void anOperatorOfACellHasAMatrixAndAnAdjoint() {
        LinearOperator difference = new Difference(4);
        assertArrayEquals(new double[][] {{-1, 1, 0, 0}, {0, -1, 1, 0}, {0, 0, -1, 1}}, difference.matrix());
        assertArrayEquals(new double[] {0, -1, 1, 0}, difference.reference().adjoint(DoubleTensor.of(Shape.plane(1, 3), 0, 1, 0)).data());
    }

    @Test
    void matrixTimesVectorIsApply() {
        LinearOperator pool = AvgPool2d.of(3, 2).withStride(2).withPadding(1).withCeilMode(true).on(Shape.of(2, 2, 4, 5));
        double[][] matrix = pool.matrix();
        assertEquals(pool.outputShape().size(), matrix.length);
        DoubleTensor x = DoubleTensor.of(Samples.normal(2, pool.inputShape()));
        DoubleTensor y = DoubleTensor.zeros(pool.outputShape());
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < x.data().length; i++) y.data()[o] += matrix[o][i] * x.data()[i];
        }
        Close.assertNear("matrix * x", pool.reference().apply(x), y, 1e-14);
    }

    @Test
    void matrixOfTheAdjointIsTheTranspose() {
        LinearOperator jacobian = MaxPool2d.of(2).withStride(1).at(Samples.tied(3, Shape.of(1, 2, 3, 4)));
        double[][] matrix = jacobian.matrix();
        for (int o = 0; o < matrix.length; o++) {
            DoubleTensor impulse = DoubleTensor.zeros(jacobian.outputShape());
            impulse.data()[o] = 1;
            assertArrayEquals(matrix[o], jacobian.reference().adjoint(impulse).data(), "row " + o);
        }
    }

    @Test
    void matrixEntriesAreDoubles() {
        assertEquals(1 / 3.0, AvgPool2d.of(1, 3).on(Shape.plane(1, 3)).matrix()[0][0]);
    }

    @Test
    void thenMultipliesTheMatrices() {
        LinearOperator up = Resize.bilinear().toSize(5, 3).on(Shape.of(2, 1, 3, 2));
        LinearOperator down = AvgPool2d.of(2).withCeilMode(true).on(up.outputShape());
        LinearOperator both = up.then(down);
        double[][] a = up.matrix();
        double[][] b = down.matrix();
        double[][] product = both.matrix();
        assertEquals(Shape.of(2, 1, 3, 2), both.inputShape());
        assertEquals(Shape.of(2, 1, 3, 2), both.outputShape());
        for (int o = 0; o < b.length; o++) {
            for (int i = 0; i < a[0].length; i++) {
                double sum = 0;
                for (int k = 0; k < a.length; k++) sum += b[o][k] * a[k][i];
                assertEquals(sum, product[o][i], 1e-15);
            }
        }
        Gradients.assertAdjoint("then", both, 4);
    }

    @Test
    void thenRejectsMapsThatDoNotMeet() {
        LinearOperator up = Resize.bilinear().withScale(2).on(Shape.plane(2, 3));
        assertEquals("then: the second operator must take what the first one gives, [1, 1, 4, 6], but it takes [1, 1, 2, 3]; "
                + "bind it with .on(first.outputShape())", assertThrows(IllegalArgumentException.class, () -> up.then(up)).getMessage());
    }

    /// Rows and columns may be any matrix; together they are the Kronecker product.
    @Test
    void separableTakesATableForRowsAndOneForColumns() {
        double[][] rows = {{1, -2}, {0, 3}, {0.5, 0}};
        double[][] columns = {{1, 0, 4}, {0, -1, 2}};
        Shape in = Shape.of(2, 2, 2, 3);
        LinearOperator separable = Separable.of(in, Taps.of(rows), Taps.of(columns));
        assertEquals(Shape.of(2, 2, 3, 2), separable.outputShape());
        double[][] matrix = separable.matrix();
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < matrix[o].length; i++) {
                double expected = o / 6 == i / 6 ? rows[o / 2 % 3][i / 3 % 2] * columns[o % 2][i % 3] : 0;
                assertEquals(expected, matrix[o][i], 0.0, "plane by plane: " + o + ", " + i);
            }
        }
        Gradients.assertAdjoint("Separable", separable, 5);
        Tensor x = Samples.normal(6, in);
        DoubleTensor exact = separable.reference().apply(DoubleTensor.of(x));
        Close.assertNear("Separable", exact, DoubleTensor.of(separable.apply(x)), 1e-6);
    }

    @Test
    void separableRejectsTablesOfOtherSizes() {
        Taps two = Taps.of(new double[][] {{1, 1}});
        Taps three = Taps.of(new double[][] {{1, 1, 1}});
        assertEquals("Separable: input of the table for rows must be 2, but was 3",
                assertThrows(IllegalArgumentException.class, () -> Separable.of(Shape.plane(2, 3), three, two)).getMessage());
        assertEquals("Separable: input of the table for columns must be 3, but was 2",
                assertThrows(IllegalArgumentException.class, () -> Separable.of(Shape.plane(2, 3), two, two)).getMessage());
        assertEquals("Blur: output of the table for columns must be 3, but was 1", assertThrows(IllegalArgumentException.class,
                () -> new Separable("Blur", Shape.plane(2, 3), Shape.plane(1, 3), two, three, null)).getMessage());
    }

    @Test
    void selectionTakesIndicesWithinEachPlane() {
        Selection selection = new Selection(Shape.of(1, 2, 1, 3), Shape.of(1, 2, 1, 2), new int[] {2, 0, 1, 1});
        Tensor x = Tensor.of(Shape.of(1, 2, 1, 3), 1, 2, 3, 4, 5, 6);
        assertArrayEquals(new float[] {3, 1, 5, 5}, selection.apply(x).toArray());
        Tensor y = Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4);
        assertArrayEquals(new float[] {2, 0, 1, 0, 7, 0}, selection.adjoint(y).toArray());
    }

    @Test
    void refusesAMatrixThatWouldFillTheMemory() {
        LinearOperator pool = AvgPool2d.of(2).on(Shape.plane(256, 256));
        assertEquals("matrix: 16384 x 65536 entries for [1, 1, 256, 256] -> [1, 1, 128, 128], at most 16777216 are allowed; "
                + "use a smaller input shape", assertThrows(IllegalArgumentException.class, pool::matrix).getMessage());
    }

    @Test
    void selectionRejectsWrongShapes() {
        Selection selection = new Selection(Shape.plane(2, 2), Shape.plane(1, 1), new int[] {3});
        assertEquals("Selection.apply: shape of x must be [1, 1, 2, 2], but was [1, 1, 1, 1]",
                assertThrows(IllegalArgumentException.class, () -> selection.apply(Tensor.zeros(1, 1, 1, 1))).getMessage());
        assertEquals("Selection.adjoint: shape of y must be [1, 1, 1, 1], but was [1, 1, 2, 2]",
                assertThrows(IllegalArgumentException.class, () -> selection.adjoint(Tensor.zeros(1, 1, 2, 2))).getMessage());
        assertEquals("Selection: C of the output must be 1, but was 2",
                assertThrows(IllegalArgumentException.class, () -> new Selection(Shape.plane(2, 2), Shape.of(1, 2, 1, 1), new int[2])).getMessage());
    }

    /// Loops over one shape answer to another one too, and wrongly.
    @Test
    void referencesRejectOtherShapes() {
        LinearOperator conv = Conv2d.of(3).on(Shape.plane(5, 5), Tensor.full(Shape.plane(3, 3), 1));
        assertEquals("Conv2d.reference().apply: shape of x must be [1, 1, 5, 5], but was [1, 1, 9, 9]", rejection(conv, Shape.plane(9, 9), true));
        assertEquals("Conv2d.reference().adjoint: shape of y must be [1, 1, 3, 3], but was [1, 1, 9, 9]", rejection(conv, Shape.plane(9, 9), false));
        rejection(new MatrixOperator(Shape.plane(1, 2), Shape.plane(1, 1), new double[][] {{1, 2}}), Shape.plane(1, 3), true);
        rejection(AvgPool2d.of(2).on(Shape.plane(4, 4)), Shape.plane(4, 6), true);
        rejection(Resize.bilinear().withScale(2).on(Shape.plane(4, 4)), Shape.plane(4, 4), false);
        rejection(Relu.of().at(Tensor.zeros(1, 1, 2, 2)), Shape.plane(2, 3), true);
        rejection(MaxPool2d.of(2).at(Tensor.zeros(1, 1, 4, 4)), Shape.plane(4, 6), true);
        rejection(MaxUnpool2d.of(2).on(Shape.plane(1, 1), new int[1]), Shape.plane(2, 2), true);
        LinearOperator up = Resize.nearest().withScale(2).on(Shape.plane(2, 2));
        rejection(up.then(AvgPool2d.of(2).on(up.outputShape())), Shape.plane(3, 3), true);
        rejection(up.plus(up.scaled(2)), Shape.plane(3, 3), false);
    }

    private static String rejection(LinearOperator a, Shape shape, boolean isForward) {
        DoubleTensor argument = DoubleTensor.zeros(shape);
        LinearOperator.Reference reference = a.reference();
        Executable call = isForward ? () -> reference.apply(argument) : () -> reference.adjoint(argument);
        return assertThrows(IllegalArgumentException.class, call, a.toString()).getMessage();
    }
}
