package upsampling.grader.policy;

import java.time.Duration;
import java.time.OffsetDateTime;
import upsampling.grader.result.Fraction;

/// What handing in late costs.
///
/// @param grace nothing is deducted so long after the due date, >= 0
/// @param per the length of a period; null if there is no penalty
/// @param penalty percent of the points earned that each begun period costs, from 0 to 100
/// @param cap percent that are lost at most, from 0 to 100
/// @param close how long after the due date nothing counts any more; null for never
public record LateRule(Duration grace, Duration per, Fraction penalty, Fraction cap, Duration close) {
    /// Judges a submission.
    ///
    /// @param due when it was due, with an extension if there was one
    public Lateness of(OffsetDateTime due, OffsetDateTime submitted) {
        if (close != null && submitted.isAfter(due.plus(close))) return new Lateness(due, submitted, 0, Fraction.of(100), true);
        Duration late = Duration.between(due.plus(grace), submitted);
        if (per == null || !late.isPositive()) return new Lateness(due, submitted, 0, Fraction.ZERO, false);
        long periods = late.plus(per).minusNanos(1).dividedBy(per); // begun ones
        Fraction percent = penalty.times(periods, 1);
        return new Lateness(due, submitted, periods, percent.compareTo(cap) > 0 ? cap : percent, false);
    }
}
