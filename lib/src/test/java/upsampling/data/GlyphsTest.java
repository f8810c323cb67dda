package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static upsampling.data.Rejections.assertStops;
import static upsampling.data.Rejections.message;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

class GlyphsTest {

    /// Reads every picture back with the label and the place beside it.
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void everyPictureIsItsDigitAtItsPlace(int size) {
        int scale = size / 8;
        Glyphs glyphs = Glyphs.of(3, 400, size);
        assertEquals(Shape.of(400, 1, size, size), glyphs.images().shape());
        Set<Integer> tops = new HashSet<>();
        Set<Integer> lefts = new HashSet<>();
        for (int n = 0; n < 400; n++) {
            assertEquals(n % 10, glyphs.labels()[n]);
            tops.add(glyphs.tops()[n]);
            lefts.add(glyphs.lefts()[n]);
            for (int h = 0; h < size; h++) {
                for (int w = 0; w < size; w++) {
                    int row = Math.floorDiv(h - glyphs.tops()[n], scale);
                    int column = Math.floorDiv(w - glyphs.lefts()[n], scale);
                    boolean isDot = row >= 0 && row < 7 && column >= 0 && column < 5;
                    assertEquals(isDot && Glyphs.isInk(glyphs.labels()[n], row, column) ? 1 : 0, glyphs.images().get(n, 0, h, w));
                }
            }
        }
        assertEquals(size - 7 * scale + 1, tops.size(), "all heights that fit are drawn");
        assertEquals(size - 5 * scale + 1, lefts.size(), "all columns that fit are drawn");
    }

    @Test
    void digitsDifferInAtLeastThreeDots() {
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < a; b++) {
                int different = 0;
                for (int i = 0; i < 35; i++) if (Glyphs.isInk(a, i / 5, i % 5) != Glyphs.isInk(b, i / 5, i % 5)) different++;
                assertTrue(different >= 3, a + " and " + b + " differ in " + different);
            }
        }
        assertTrue(Glyphs.isInk(7, 0, 0) && !Glyphs.isInk(7, 6, 4), "a seven begins with a bar");
    }

    @Test
    void seedDecidesThePlaces() {
        assertArrayEquals(Glyphs.of(1, 20, 8).images().toArray(), Glyphs.of(1, 20, 8).images().toArray());
        assertTrue(!Arrays.equals(Glyphs.of(1, 20, 8).lefts(), Glyphs.of(2, 20, 8).lefts()));
    }

    @Test
    void rejectsOtherSizes() {
        assertEquals("Glyphs.of: size must be 8 or 16, but was 12", message(() -> Glyphs.of(1, 1, 12)));
        assertEquals("Glyphs.of: count must be >= 1, but was 0", message(() -> Glyphs.of(1, 0, 8)));
        assertEquals("Glyphs.isInk: digit must be in 0..9, but was 10", message(() -> Glyphs.isInk(10, 0, 0)));
        assertEquals("Glyphs.isInk: row must be in 0..6, but was 7", message(() -> Glyphs.isInk(0, 7, 0)));
        assertEquals("Glyphs.isInk: column must be in 0..4, but was -1", message(() -> Glyphs.isInk(0, 0, -1)));
        Tensor two = Tensor.zeros(2, 1, 8, 8);
        assertEquals("Glyphs: number of labels must be 2, but was 1", message(() -> new Glyphs(two, new int[1], new int[2], new int[2])));
        assertEquals("Glyphs: number of tops must be 2, but was 1", message(() -> new Glyphs(two, new int[2], new int[1], new int[2])));
        assertEquals("Glyphs: number of lefts must be 2, but was 1", message(() -> new Glyphs(two, new int[2], new int[2], new int[1])));
    }

    @Test
    void anInterruptStopsIt() {
        assertStops(() -> Glyphs.of(1, 2, 8));
    }
}
