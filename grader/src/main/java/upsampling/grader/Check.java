package upsampling.grader;

import java.time.Duration;
import java.util.function.Consumer;

/// The word `check` of the notebooks: grades an answer, shows a card, and never throws.
///
/// ```java
/// check(new Pooling() {
///     public int outputSize(int size, Window window, boolean ceilMode) { ... }
/// });
/// ```
/// Only the tasks whose methods the answer overrides are graded, with the public tests. Whatever the answer does, the cell ends normally,
/// so that "Run All" works on the first day.
public final class Check {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Check() { }

    /// Grades an answer and shows a card for each task it answers.
    ///
    /// @param answer an object of a class that implements the interface of a lesson; anything else gives a card that says so
    public static void check(Object answer) {
        new CellCheck(LIMIT).check(answer);
    }

    /// Sets how the thread of an answer that takes too long is stopped; called once by a kernel whose cell code has stop checks. Without it the
    /// thread is interrupted, which a loop may ignore.
    public static void stopThreadsWith(Consumer<Thread> stopper) {
        Watch.stopThreadsWith(stopper);
    }
}
