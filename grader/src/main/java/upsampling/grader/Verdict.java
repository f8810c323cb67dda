package upsampling.grader;

/// What a task's or part's result is, from a closed set.
public enum Verdict {
    /// Every part holds.
    PASS,
    /// Some parts hold, the others gave a wrong value.
    PARTIAL,
    /// A value is wrong.
    WRONG,
    /// The starter's stub answered; 0 points.
    NOT_STARTED,
    /// The answer threw.
    EXCEPTION,
    /// The answer ran too long; parts reached before count.
    TIMEOUT,
    /// The virtual machine's memory ran out; parts reached before count. Reserved for batch grading.
    MEMORY,
    /// The answer ended its virtual machine; parts reached before count.
    CRASH,
    /// The answer uses what its task forbids; 0 points.
    FORBIDDEN,
    /// The answer does not compile; 0 points.
    COMPILE_ERROR,
    /// Nothing was submitted. Reserved for batch grading.
    MISSING,
    /// The grader's own fault: no number at all.
    UNGRADED;

    /// Whether the answer has earned all points.
    public boolean passed() {
        return this == PASS;
    }
}
