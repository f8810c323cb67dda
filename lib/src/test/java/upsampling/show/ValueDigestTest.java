package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ValueDigestTest {

    private static String values(double... values) {
        return new ValueDigest("test").values(values).hex();
    }

    @Test
    void theHashOfAKnownTextIsTheSameOnEveryMachine() {
        // printf 't4:test\nv4:1 2 \nt1:a\n' | sha256sum
        assertEquals("23d0b04ac15c7e59", new ValueDigest("test").values(1, 2).text("a").hex());
    }

    @Test
    void sixDigitsAreSaidAndTheSeventhIsNot() {
        assertNotEquals(values(1.23456), values(1.23457));
        assertEquals(values(1.234561), values(1.234562));
        assertEquals(values(123456.1e20), values(123456.2e20));
    }

    @Test
    void roundingErrorsAroundZeroAreNotSaid() {
        assertEquals(values(1, 0), values(1, 1e-16));
        assertEquals(values(1, 0.0), values(1, -0.0));
        assertNotEquals(values(1, 0), values(1, 1e-8));
        assertNotEquals(values(1e-16), values(0));
    }

    @Test
    void anEmptyPlaceIsNotAZero() {
        assertNotEquals(values(Double.NaN), values(0));
        assertNotEquals(values(Double.POSITIVE_INFINITY), values(Double.NEGATIVE_INFINITY));
    }

    @Test
    void orderAndShapeAreSaid() {
        assertNotEquals(values(1, 2), values(2, 1));
        assertNotEquals(new ValueDigest("m").values(new double[][] {{1, 2}}).hex(), new ValueDigest("m").values(new double[][] {{1}, {2}}).hex());
    }

    @Test
    void partsDoNotRunTogether() {
        assertNotEquals(new ValueDigest("").text("ab").text("c").hex(), new ValueDigest("").text("a").text("bc").hex());
        assertNotEquals(new ValueDigest("").text("1 ").hex(), new ValueDigest("").counts(1).hex());
    }
}
