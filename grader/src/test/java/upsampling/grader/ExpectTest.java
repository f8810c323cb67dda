package upsampling.grader;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import upsampling.grader.engine.PartFailure;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class ExpectTest {
    private static final Shape SHAPE = Shape.of(1, 2, 1, 2);

    @Test
    void theFirstDifferenceIsNamedByItsFourIndices() {
        assertFails("values: at [0, 1, 0, 1] expected 4, but was 5 (tolerance 0.001); 1 of 4 differ",
            () -> Expect.tensor("values", of(1, 2, 3, 4), of(1, 2, 3.0005f, 5), 1e-3));
    }

    @Test
    void everyDifferenceIsCounted() {
        assertFails("at [0, 0, 0, 0] expected 1, but was 0; 3 of 4 differ", () -> Expect.tensor("", of(1, 2, 3, 4), of(0, 0, 3, 0), 0));
    }

    @Test
    void notANumberNeverEqualsANumber() {
        assertFails("at [0, 0, 0, 1] expected 2, but was NaN (tolerance 1); 1 of 4 differ", () -> Expect.tensor("", of(1, 2, 3, 4), of(1, Float.NaN, 3, 4), 1));
        assertFails("at [0, 0, 0, 1] expected NaN, but was 2 (tolerance 1); 1 of 4 differ", () -> Expect.tensor("", of(1, Float.NaN, 3, 4), of(1, 2, 3, 4), 1));
        assertDoesNotThrow(() -> Expect.tensor("", of(1, Float.NaN, 3, 4), of(1, Float.NaN, 3, 4), 0));
    }

    @Test
    void infinitiesEqualThemselvesOnly() {
        float infinity = Float.POSITIVE_INFINITY;
        assertDoesNotThrow(() -> Expect.tensor("", of(infinity, -infinity, 0, 0), of(infinity, -infinity, 0, 0), 0));
        assertFails("at [0, 0, 0, 0] expected 1, but was Infinity (tolerance 100); 1 of 4 differ", () -> Expect.tensor("", of(1, 2, 3, 4), of(infinity, 2, 3, 4), 100));
        assertFails("at [0, 0, 0, 0] expected Infinity, but was -Infinity (tolerance 100); 1 of 4 differ",
            () -> Expect.tensor("", of(infinity, 2, 3, 4), of(-infinity, 2, 3, 4), 100));
        assertFails("at [0, 0, 0, 0] expected Infinity, but was 5 (tolerance 100); 1 of 4 differ", () -> Expect.tensor("", of(infinity, 2, 3, 4), of(5, 2, 3, 4), 100));
    }

    @Test
    void zeroAndMinusZeroAreEqual() {
        assertDoesNotThrow(() -> Expect.tensor("", of(0, -0.0f, 0, 0), of(-0.0f, 0, 0, 0), 0));
    }

    @Test
    void theShapeIsComparedBeforeTheValues() {
        assertFails("expected the shape [1, 2, 1, 2], but was [1, 1, 2, 2]",
            () -> Expect.tensor("", of(1, 2, 3, 4), Tensor.of(Shape.of(1, 1, 2, 2), 9, 9, 9, 9), 0));
        assertFails("indices: expected 4 numbers, one for each element of [1, 2, 1, 2], but was 3",
            () -> Expect.indices("indices", SHAPE, new int[4], new int[3]));
    }

    @Test
    void aMissingResultIsWrong() {
        assertFails("values: expected a result, but was null", () -> Expect.tensor("values", of(1, 2, 3, 4), null, 0));
        assertFails("indices: expected a result, but was null", () -> Expect.indices("indices", SHAPE, new int[4], null));
    }

    @Test
    void aValueInsteadOfARefusalIsWrong() {
        assertFails("expected IllegalArgumentException, but was 1", () -> Expect.refusal("", IllegalArgumentException.class, () -> 1));
        assertDoesNotThrow(() -> Expect.refusal("", IllegalArgumentException.class, () -> {
            throw new NumberFormatException();
        }));
    }

    @Test
    void oneNumberIsComparedWithinItsTolerance() {
        assertFails("sum: expected 1, but was 1.1", () -> Expect.real("sum", 1, 1.1, 0.01));
        assertFails("expected 1, but was NaN", () -> Expect.real("", 1, Double.NaN, 100));
        assertDoesNotThrow(() -> Expect.real("", 1, 1.005, 0.01));
    }

    @Test
    void countsHaveNoTolerance() {
        int[] counts = {1, 2};
        assertFails("expected 2 numbers, but was 3", () -> Expect.counts("", counts, new int[3]));
        assertFails("at [1] expected 2, but was 3; 1 of 2 differ", () -> Expect.counts("", counts, new int[] {1, 3}));
        assertFails("expected a result, but was null", () -> Expect.counts("", counts, null));
        assertDoesNotThrow(() -> Expect.counts("", counts, new int[] {1, 2}));
    }

    @Test
    void aRowOfNumbersHasItsLengthAndItsValues() {
        double[] row = {1, 2};
        assertFails("expected 2 numbers, but was 3", () -> Expect.reals("", row, new double[3], 1));
        assertFails("at [1] expected 2, but was 3 (tolerance 0.5); 1 of 2 differ", () -> Expect.reals("", row, new double[] {1, 3}, 0.5));
        assertFails("expected a result, but was null", () -> Expect.reals("", row, null, 0));
        assertDoesNotThrow(() -> Expect.reals("", row, new double[] {1, 2.25}, 0.5));
    }

    @Test
    void aMatrixHasItsSizeBeforeItsValues() {
        double[][] rows = {{1, 2, 3}, {4, 5, 6}};
        assertFails("expected 2 rows of 3, but was 3 rows of 2", () -> Expect.matrix("", rows, new double[3][2], 9));
        assertFails("expected 2 rows of 3, but was 1 row of 3", () -> Expect.matrix("", rows, new double[1][3], 9));
        assertFails("expected 2 rows of 3, but was 0 rows of 0", () -> Expect.matrix("", rows, new double[0][], 9));
        assertFails("expected 2 rows of 3, but was a matrix whose rows are not all of one length",
            () -> Expect.matrix("", rows, new double[][] {{1, 2, 3}, {4, 5}}, 9));
        assertFails("expected 2 rows of 3, but was a matrix whose rows are not all of one length", () -> Expect.matrix("", rows, new double[2][], 9));
        assertFails("expected a result, but was null", () -> Expect.matrix("", rows, null, 9));
        assertFails("at [1][2] expected 6, but was 7 (tolerance 0.5); 1 of 6 differ",
            () -> Expect.matrix("", rows, new double[][] {{1, 2, 3}, {4, 5, 7}}, 0.5));
        assertDoesNotThrow(() -> Expect.matrix("", rows, new double[][] {{1, 2, 3}, {4, 5, 6.25}}, 0.5));
    }

    @Test
    void theShapeCanBeComparedAlone() {
        assertFails("expected the shape [1, 2, 1, 2], but was [1, 1, 2, 2]", () -> Expect.shape("", SHAPE, Tensor.zeros(1, 1, 2, 2)));
        assertFails("expected a result, but was null", () -> Expect.shape("", SHAPE, null));
        assertDoesNotThrow(() -> Expect.shape("", SHAPE, of(1, 2, 3, Float.NaN)));
    }

    @Test
    void aResultInsteadOfARefusalIsWrong() {
        assertFails("expected IllegalArgumentException, but the answer returned a result",
            () -> Expect.refused("", IllegalArgumentException.class, () -> { }));
        assertDoesNotThrow(() -> Expect.refused("", IllegalArgumentException.class, () -> {
            throw new NumberFormatException();
        }));
        assertThrows(ArithmeticException.class, () -> Expect.refused("", IllegalArgumentException.class, () -> {
            throw new ArithmeticException("another exception is the answer's error");
        }));
    }

    private static void assertFails(String message, Runnable comparison) {
        assertEquals(message, assertThrows(PartFailure.class, comparison::run).getMessage());
    }

    private static Tensor of(float... values) {
        return Tensor.of(SHAPE, values);
    }
}
