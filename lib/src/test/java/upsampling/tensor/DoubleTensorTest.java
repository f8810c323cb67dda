package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DoubleTensorTest {
    private static final Shape ROW = Shape.of(1, 1, 1, 3);

    @Test
    void theInnerProductAddsTheProductsOfAllElements() {
        assertEquals(4 - 10 + 18, DoubleTensor.of(ROW, 1, -2, 3).dot(DoubleTensor.of(ROW, 4, 5, 6)));
    }

    @Test
    void bothFactorsOfAnInnerProductHaveOneShape() {
        DoubleTensor row = DoubleTensor.zeros(ROW);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> row.dot(DoubleTensor.zeros(Shape.of(1, 1, 3, 1))));
        assertEquals("DoubleTensor.dot: shape of other must be [1, 1, 1, 3], but was [1, 1, 3, 1]", e.getMessage());
    }
}
