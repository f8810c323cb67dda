package upsampling.grader.batch;

import java.util.List;
import java.util.function.Consumer;
import upsampling.grader.Verdict;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.plan.TaskPlan.TestPlan;
import upsampling.grader.remote.RemoteAnswer;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Outcome;

/// Collects what the tests of a task observe, and at their end has the very first call made again. An answer whose result depends on the calls before it, such as on what it
/// keeps in a static field, gives another one now; then nothing counts that was seen by the test that made the call.
final class RepeatedCall implements Consumer<Observed> {
    private static final String MESSAGE = "the same call gives another result at the end than at the beginning: the answer remembers earlier calls, or asks for chance or the clock;"
        + " compute each result from the arguments alone";

    private final TaskPlan task;
    private final Object answer;
    private final List<Observed> observed;
    private Observed caller;

    /// @param answer that {@link RemoteAnswer} made, not called yet
    /// @param observed gets what is seen
    RepeatedCall(TaskPlan task, Object answer, List<Observed> observed) {
        this.task = task;
        this.answer = answer;
        this.observed = observed;
    }

    @Override
    public void accept(Observed part) {
        observed.add(part);
        if (caller == null && RemoteAnswer.wasCalled(answer)) caller = part;
    }

    /// Makes the call again, and marks the parts of its test as wrong if the result differs.
    ///
    /// @throws upsampling.grader.engine.RunEnded if the answer does not reply any more
    void check() throws InterruptedException {
        if (caller == null || RemoteAnswer.repeatsItself(answer)) return;
        for (TestPlan test : task.tests()) { // they run in this order, so the first one with that part made the call
            if (!test.parts().contains(caller.part())) continue;
            for (String part : test.parts()) observed.add(wrong(part));
            return;
        }
    }

    private Observed wrong(String part) {
        return new Observed(part, Verdict.WRONG, task.method().getName() + "(...)", MESSAGE, "", "", Outcome.other("repeated", "another result"), null);
    }
}
