package upsampling.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import upsampling.show.Shown;

class ValueTextTest {
    @Test
    void nullIsNothing() {
        assertNull(ValueText.of(null));
    }

    @Test
    void arraysAreWrittenByTheirElements() {
        assertEquals("[[1.0, 2.0], [3.0]]", ValueText.text(new double[][] {{1, 2}, {3}}));
        assertEquals("[a, null, [true]]", ValueText.text(new Object[] {"a", null, new boolean[] {true}}));
        assertEquals("[]", ValueText.text(new int[0]));
    }

    @Test
    void elementsOfALongArrayAreCounted() {
        String text = ValueText.text(new int[1003]);
        assertTrue(text.endsWith(", 0, ... 3 more]"), text);
        assertEquals(1000, text.chars().filter(c -> c == '0').count());
    }

    @Test
    void textOfALargeNestedArrayIsBounded() {
        assertTrue(ValueText.text(new double[900][900]).length() < 60_000);
    }

    @Test
    void arrayThatContainsItselfEnds() {
        Object[] self = {1, null};
        self[1] = self;
        assertEquals("[1, [...]]", ValueText.text(self));
    }

    @Test
    void toStringThatReturnsNullIsWritten() {
        Object silent = new Object() {
            @Override
            public String toString() {
                return null;
            }
        };
        assertEquals("null", ValueText.text(silent));
    }

    @Test
    void shownWithoutHtmlIsText() {
        assertEquals(Bundle.ofText("words"), ValueText.of(new Shown(null, "words")));
    }

    @Test
    void whatTheLibraryCanDrawIsDrawn() {
        Bundle bundle = ValueText.of(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertTrue(bundle.html().contains("data:image/png;base64,"), bundle.html());
        assertTrue(bundle.text().contains("2×3"), bundle.text());
    }
}
