package upsampling.grader.report;

import java.time.OffsetDateTime;
import java.util.Set;
import upsampling.grader.policy.HiddenChecks;
import upsampling.grader.policy.Spoken;

/// What a student is not to know, or not yet: how the hidden checks went.
///
/// @param hidden AFTER_DUE_DATE or HIDDEN
/// @param until when it may be known; null for never
/// @param tasks those that have hidden checks
/// @param shown the submission as its student sees it: with the points of the public checks
record Withheld(HiddenChecks hidden, OffsetDateTime until, Set<String> tasks, Scored shown) {
    /// Returns a sentence for the student.
    String sentence() {
        String when = until == null ? "are not shown" : "are shown after " + Spoken.of(until);
        return "These are the points of the public checks. Hidden checks, which count, too, and what the answers have printed " + when + ".";
    }
}
