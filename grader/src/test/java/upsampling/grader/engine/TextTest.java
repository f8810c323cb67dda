package upsampling.grader.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1234567, 1234567", "0.123456789, 0.123457", "2272.9999999, 2273", "1234567.5, 1234570", "1.5e-20, 1.5e-20", "2e30, 2e30", "-0.0, -0",
        "0, 0", "NaN, NaN", "-Infinity, -Infinity", "1e15, 1e15"})
    void aNumberHasAtMostSixDigitsAndNoPointWithoutNeed(double value, String text) {
        assertEquals(text, Text.number(value));
    }

    @Test
    void aWrongNumberLooksOtherThanTheRightOne() {
        assertEquals("2273.0001", Text.wrong(2273, 2273.0001));
        assertEquals("0.333", Text.wrong(1 / 3.0, 0.333));
        assertEquals("0.3333333333333334", Text.wrong(1 / 3.0, Math.nextUp(1 / 3.0)));
        assertEquals("NaN", Text.wrong(1, Double.NaN));
    }
}
