package upsampling.grader.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.grader.result.Fraction;

/// What handing in late costs, to the nanosecond.
class LateRuleTest {
    private static final OffsetDateTime DUE = OffsetDateTime.parse("2026-11-20T10:00+01:00");
    private static final LateRule RULE = new LateRule(Duration.ofMinutes(10), Duration.ofDays(1), Fraction.of(10), Fraction.of(25), Duration.ofDays(3));

    @ParameterizedTest
    @CsvSource({"-P1D, 0, 0, false", "PT0S, 0, 0, false", "PT10M, 0, 0, false", "PT10M0.000000001S, 1, 10, false", "P1DT10M, 1, 10, false", "P1DT10M0.000000001S, 2, 20, false",
        "P2DT10M1S, 3, 25, false", "P3D, 3, 25, false", "P3DT0.000000001S, 0, 100, true"})
    void aBegunPeriodCountsWhole(Duration after, long periods, long percent, boolean isClosed) {
        Lateness late = RULE.of(DUE, DUE.plus(after));
        assertEquals(new Lateness(DUE, DUE.plus(after), periods, Fraction.of(percent), isClosed), late);
    }

    @Test
    void anotherOffsetIsTheSameTime() {
        assertEquals(1, RULE.of(DUE, OffsetDateTime.parse("2026-11-20T09:11Z")).periods(), "a minute after the grace");
        assertEquals(0, RULE.of(DUE, OffsetDateTime.parse("2026-11-20T09:10Z")).periods());
    }

    @Test
    void aPercentageOfAThirdIsExact() {
        var late = new Lateness(DUE, DUE, 1, new Fraction(25, 2), false);
        assertEquals(new Fraction(7, 12), late.leftOf(new Fraction(2, 3)));
        assertEquals(Fraction.ZERO, RULE.of(DUE, DUE.plusDays(9)).leftOf(Fraction.of(20)));
    }

    @Test
    void withoutAPenaltyThereIsOnlyTheClose() {
        var rule = new LateRule(Duration.ZERO, null, Fraction.ZERO, Fraction.of(100), Duration.ofHours(1));
        assertEquals(Fraction.ZERO, rule.of(DUE, DUE.plusMinutes(60)).percent());
        assertEquals(Fraction.of(100), rule.of(DUE, DUE.plusMinutes(61)).percent());
    }

    @Test
    void theSentenceSaysWhatWasDeductedAndWhy() {
        assertEquals("handed in on 21 November 2026, 10:10:01 UTC+01:00, and it was due on 20 November 2026, 10:00 UTC+01:00: 20 % of the points are deducted",
            RULE.of(DUE, DUE.plusDays(1).plusSeconds(601)).sentence());
        assertEquals("", RULE.of(DUE, DUE.plusMinutes(10)).sentence());
        assertEquals("handed in on 24 November 2026, 10:00 UTC+01:00, and it was due on 20 November 2026, 10:00 UTC+01:00: so late it does not count any more", RULE.of(DUE, DUE.plusDays(4)).sentence());
        assertEquals("1 day 12 hours", Spoken.of(Duration.ofHours(36)));
        assertEquals("10 minutes", Spoken.of(Duration.ofMinutes(10)));
        assertEquals("0 s", Spoken.of(Duration.ZERO));
    }
}
