package upsampling.grader.engine;

import org.opentest4j.AssertionFailedError;

import upsampling.grader.result.Outcome;
import upsampling.grader.result.Planes;

/// A comparison of a graded test that does not hold: a wrong value, never an error of the grader.
public final class PartFailure extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    private final transient String expectedText;
    private final transient String actualText;
    private final transient Outcome outcome;
    private final transient Planes planes;

    /// @param message one line: what was expected where, and what was there
    /// @param expected what was expected, as text
    /// @param actual what came, as text
    /// @param outcome the observation to compare with known mistakes
    /// @param planes what to draw, or null
    public PartFailure(String message, String expected, String actual, Outcome outcome, Planes planes) {
        super(message, expected, actual);
        expectedText = expected;
        actualText = actual;
        this.outcome = outcome;
        this.planes = planes;
    }

    /// Returns what was expected, as text.
    public String expectedText() {
        return expectedText;
    }

    /// Returns what came, as text.
    public String actualText() {
        return actualText;
    }

    /// Returns the observation to compare with known mistakes.
    public Outcome outcome() {
        return outcome;
    }

    /// Returns what to draw, or null.
    public Planes planes() {
        return planes;
    }
}
