package upsampling.grader.policy;

import java.time.OffsetDateTime;
import upsampling.grader.result.Fraction;

/// How late a submission came, and what that costs.
///
/// @param due when it was due, with an extension if there was one
/// @param submitted when it came
/// @param periods so many were begun after the time of grace; 0 in time, and after the close
/// @param percent of the points earned that are deducted, from 0 to 100
/// @param isClosed whether it came when nothing counted any more
public record Lateness(OffsetDateTime due, OffsetDateTime submitted, long periods, Fraction percent, boolean isClosed) {
    /// Returns what is left of points.
    public Fraction leftOf(Fraction points) {
        Fraction left = Fraction.of(100).minus(percent);
        return points.times(left.numerator(), Math.multiplyExact(100, left.denominator()));
    }

    /// Returns a sentence for the student; an empty text if nothing is deducted.
    public String sentence() {
        String came = "handed in on " + Spoken.of(submitted) + ", and it was due on " + Spoken.of(due);
        if (isClosed) return came + ": so late it does not count any more";
        return percent.isZero() ? "" : came + ": " + percent + " % of the points are deducted";
    }
}
