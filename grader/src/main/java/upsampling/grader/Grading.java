package upsampling.grader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import upsampling.grader.engine.Engine;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;
import upsampling.grader.rule.ByteCodeRule;
import upsampling.grader.rule.ClassBytes;

/// Grades an object in this virtual machine: the byte-code rule, then the tests, then the points.
///
/// An answer can hang or end this machine; a folder of answers is graded by `upsampling.grader.run.CheckRun` in another one.
///
/// @param misconceptions the lesson's table of known mistakes
/// @param seed for hidden tests
/// @param limit how long one task may take, on a thread of its own; null for the calling thread and no limit, as a debugger needs it. Without a limit
///     no smaller counterexample is looked for: a breakpoint would be hit hundreds of times
public record Grading(Misconceptions misconceptions, Seed seed, Duration limit) {

    /// Grades one task of an answer.
    public TaskResult grade(TaskPlan task, Object answer) {
        Class<?> type = answer.getClass();
        String violation = ByteCodeRule.violation(task, type.getName().replace('.', '/'), ClassBytes.loadedWith(type));
        if (violation != null) return score(task, type, List.of(), new Ending(Verdict.FORBIDDEN, violation));
        List<Observed> observed = new ArrayList<>();
        var ended = new AtomicReference<Engine.Run>();
        Runnable run = () -> ended.set(Engine.run(task, answer, seed, one -> {
            synchronized (observed) {
                observed.add(one);
            }
        }));
        if (limit == null) {
            run.run();
            return score(task, type, observed, ended.get().ending());
        }
        Ending cut = Watch.run("check " + task.id(), limit, run);
        synchronized (observed) { // a thread that was given up may still be adding
            TaskResult result = score(task, type, List.copyOf(observed), cut != null ? cut : ended.get().ending());
            return cut != null ? result : result.withSmallest(SmallestSearch.of(task, answer, ended.get().failed()));
        }
    }

    private TaskResult score(TaskPlan task, Class<?> type, List<Observed> observed, Ending ending) {
        return Scoring.score(task, type.getTypeName(), observed, ending, misconceptions);
    }
}
