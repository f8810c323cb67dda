package upsampling.grader.policy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import upsampling.grader.result.Fraction;

/// What a teacher decides beside the tests. It changes no result of a test: whatever stands here, nothing runs again for it.
///
/// @param due when the work is due; null for never
/// @param late what handing in late costs; null for nothing
/// @param extensions how much longer somebody has, by the submission's id or its number in Moodle
/// @param points a task's points instead of those it has, by its id; 0 takes it out of the sum
/// @param hidden when students get to know how the hidden checks went
/// @param submitted when somebody has handed in, by the submission's id or its number in Moodle
/// @param worksheetTime how further times of submission are read from Moodle's worksheet; null if they are not
public record Policy(OffsetDateTime due, LateRule late, Map<String, Duration> extensions, Map<String, Fraction> points, HiddenChecks hidden, Map<String, OffsetDateTime> submitted,
                     WorksheetTime worksheetTime) {
    /// The tests alone decide.
    public static final Policy NONE = new Policy(null, null, Map.of(), Map.of(), HiddenChecks.VISIBLE, Map.of(), null);

    /// Returns the points of a task under this policy.
    ///
    /// @param own those that it has by itself
    public Fraction pointsOf(String task, Fraction own) {
        return points.getOrDefault(task, own);
    }
}
