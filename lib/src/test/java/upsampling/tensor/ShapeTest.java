package upsampling.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void indexIsRowMajor() {
        Shape shape = Shape.of(2, 3, 4, 5);
        int expected = 0;
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                for (int h = 0; h < 4; h++) {
                    for (int w = 0; w < 5; w++) {
                        assertEquals(expected++, shape.index(n, c, h, w));
                    }
                }
            }
        }
        assertEquals(expected, shape.size());
        assertEquals("[1, 0, 3, 2]", shape.place(shape.index(1, 0, 3, 2)));
        assertEquals(6, shape.planes());
        assertEquals(20, shape.planeSize());
        assertEquals("[2, 3, 4, 5]", shape.toString());
        assertEquals(Shape.of(2, 3, 1, 7), shape.withSize(1, 7));
    }

    @Test
    void rejectsEmptyAxes() {
        assertEquals("Shape: h must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> Shape.of(1, 1, 0, 4)).getMessage());
    }

    @Test
    void rejectsMoreElementsThanAnIntCounts() {
        assertEquals(Integer.MAX_VALUE, Shape.plane(1, Integer.MAX_VALUE).size());
        assertThrows(ArithmeticException.class, () -> Shape.plane(65536, 32768));
        // 2^16 * 2^16 * 2^16 * 2^16 = 2^64, which wraps around to 0 in a long.
        ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> Shape.of(65536, 65536, 65536, 65536));
        assertEquals("Shape [65536, 65536, 65536, 65536]: more than 2147483647 elements; use a smaller batch or smaller images",
                thrown.getMessage());
    }
}
