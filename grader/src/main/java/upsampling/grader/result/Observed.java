package upsampling.grader.result;

import upsampling.grader.Verdict;

/// What happened in one part of a test.
///
/// @param part the part's name
/// @param verdict PASS, WRONG or EXCEPTION
/// @param call the answer's last call as text, such as `maxPool2d(x [1, 1, 4, 4], k2 s2)`; empty if there was none
/// @param message one line for the learner; empty if the part holds
/// @param expected what was expected, as text; empty if there is nothing to compare
/// @param actual what came instead
/// @param outcome the observation to compare with known mistakes
/// @param planes what to draw; null if there is no picture
public record Observed(String part, Verdict verdict, String call, String message, String expected, String actual, Outcome outcome, Planes planes) {
    /// Whether a hidden check saw it fail, so that what it expected is not told.
    public boolean isHidden() {
        return outcome.matches(Outcome.HIDDEN);
    }

    /// A part that holds.
    public static Observed held(String part, String call) {
        return new Observed(part, Verdict.PASS, call, "", "", "", Outcome.HELD, null);
    }
}
