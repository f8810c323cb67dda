package upsampling.grader.batch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How much processor time tasks may take: sixteen times what the reference took on this machine, and never less than two seconds.
public final class Budgets {
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final int TIMES = 16;
    private static final Duration COMPILER = Duration.ofSeconds(20);

    private final Map<String, Duration> references = new HashMap<>();

    /// Remembers what the reference took.
    void measured(String task, Duration processorTime) {
        references.put(task, processorTime);
    }

    /// Returns the budget of a task.
    Duration of(String task) {
        Duration scaled = references.getOrDefault(task, Duration.ZERO).multipliedBy(TIMES);
        return scaled.compareTo(LEAST) > 0 ? scaled : LEAST;
    }

    /// Returns the budget of the compiler, for all files of a lesson.
    Duration ofCompiler() {
        return COMPILER;
    }
}
