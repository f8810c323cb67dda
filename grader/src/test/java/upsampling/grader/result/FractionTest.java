package upsampling.grader.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FractionTest {
    @Test
    void thirdsAddUpToAWhole() {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < 7; i++) sum = sum.plus(Fraction.of(2).times(1, 7));
        assertEquals(Fraction.of(2), sum);
        assertEquals("2", sum.toString());
    }

    @Test
    void fractionsAreReadWithAtMostTwoDecimals() {
        assertEquals("0.67", new Fraction(2, 3).toString());
        assertEquals("1.5", new Fraction(3, 2).toString());
        assertEquals("0.25", Fraction.of(2).times(1, 8).toString());
        assertEquals(5 / 3.0, new Fraction(5, 3).value());
        assertEquals(1.67, new Fraction(5, 3).rounded());
    }

    @Test
    void whatIsNotWholeIsNeverReadAsWhole() {
        assertEquals("3.99", new Fraction(3997, 1000).toString());
        assertEquals("0.01", new Fraction(1, 1000).toString());
        assertEquals("4", Fraction.of(4).toString());
    }

    @Test
    void fractionsAreComparedExactly() {
        assertTrue(new Fraction(1, 3).compareTo(new Fraction(333_333, 1_000_000)) > 0);
        assertEquals(0, new Fraction(2, 6).compareTo(new Fraction(1, 3)));
    }

    @Test
    void overflowIsAnErrorNotAWrongNumber() {
        assertThrows(ArithmeticException.class, () -> Fraction.of(Long.MAX_VALUE).plus(Fraction.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new Fraction(1, 0));
    }
}
