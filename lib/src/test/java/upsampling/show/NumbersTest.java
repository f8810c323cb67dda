package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "5, 5", "-3, −3", "0.75, .75", "-0.5, −.5", "0.49171, .4917", "0.99999, 1", "4.75, 4.75", "1.02938, 1.029",
        "31.5, 31.5", "102.349, 102.3", "1234.56, 1235", "12345.6, 12350", "99999, 99999", "0.00012345, .0001235", "0.000012345, 1.235e−5",
        "1500000, 1.5e6", "-2.5e9, −2.5e9", "7.125, 7.125", "NaN, NaN", "Infinity, ∞", "-Infinity, −∞"})
    void numbersAreWrittenAsTheCourseWritesThem(double value, String text) {
        assertEquals(text, Numbers.text(value));
    }

    @Test
    void noNumberHasMoreThanFourSignificantDigitsALeadingZeroOrAHyphen() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double v = random.nextGaussian() * Math.pow(10, random.nextInt(-12, 12));
            String text = Numbers.text(v);
            String digits = text.replaceAll("e.*", "").replaceAll("[^0-9]", "").replaceAll("^0+", "").replaceAll("0+$", "");
            assertTrue(digits.length() <= 4 && !text.matches("−?0\\..*") && text.indexOf('-') < 0, v + " -> " + text);
            double back = Double.parseDouble(text.replace('−', '-'));
            assertEquals(v, back, 5.001e-4 * Math.abs(v), text);
        }
    }

    @Test
    void fewerDigitsAreRoundedUpAtHalf() {
        assertEquals("7.13", Numbers.text(7.125, 3));
        assertEquals(".49", Numbers.text(.4917, 2));
    }

    @Test
    void countsHaveThinSpacesFromTenThousandOn() {
        assertEquals("9999", Numbers.count(9999));
        assertEquals("10\u202F000", Numbers.count(10_000));
        assertEquals("102\u202F764\u202F544", Numbers.count(102_764_544));
        assertEquals("−39\u202F582\u202F418\u202F599\u202F936", Numbers.count(-39_582_418_599_936.0));
        assertEquals("1.5", Numbers.count(1.5));
    }

    @Test
    void aColumnHasOnePrecision() {
        assertArrayEquals(new String[] {".2437", ".2560", ".3000"}, Numbers.column(.2437, .2560, .3));
        assertArrayEquals(new String[] {"4.75", "3.00", "–"}, Numbers.column(4.75, 3, Double.NaN));
        assertArrayEquals(new String[] {"−.5", "0", "1.0"}, Numbers.column(-.5, 0, 1));
        assertArrayEquals(new String[] {"12", "1\u202F327\u202F104"}, Numbers.column(12, 1327104));
        assertArrayEquals(new String[] {"1.667", ".333"}, Numbers.column(5 / 3.0, 1 / 3.0));
    }

    @Test
    void aColumnNeverHidesASmallNumber() {
        assertArrayEquals(new String[] {".0003", "120.5"}, Numbers.column(.0003, 120.5));
        assertArrayEquals(new String[] {"3e−9", "1e−9"}, Numbers.column(3e-9, 1e-9));
    }
}
