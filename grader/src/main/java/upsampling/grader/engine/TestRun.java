package upsampling.grader.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

import upsampling.grader.Parts;
import upsampling.grader.Seed;
import upsampling.grader.Verdict;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.plan.TaskPlan.TestPlan;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Outcome;
import upsampling.grader.shrink.FailedCall;

/// One test method on one answer: hands out the subject and observes the parts.
final class TestRun implements Parts {
    private final TaskPlan task;
    private final TestPlan test;
    private final Subject subject;
    private final Seed seed;
    private final Consumer<Observed> sink;
    private final Map<String, FailedCall> failed = new HashMap<>();
    private final Set<String> checked = new HashSet<>();
    private final List<Throwable> failures = new ArrayList<>();

    TestRun(TaskPlan task, TestPlan test, Object answer, Seed seed, Consumer<Observed> sink) {
        this.task = task;
        this.test = test;
        this.subject = Subject.of(answer);
        this.seed = seed;
        this.sink = sink;
    }

    Object subject(Class<?> lesson) {
        return subject.as(lesson);
    }

    /// Returns the calls of the parts that failed; none in a hidden test.
    Map<String, FailedCall> failed() {
        return failed;
    }

    Seed seed() {
        return seed;
    }

    @Override
    public void check(String part, Body body) {
        if (!test.parts().contains(part)) throw new IllegalStateException("Parts: " + task.id() + "/" + part + " is not declared by " + test.method());
        if (!checked.add(part)) throw new IllegalStateException("Parts: " + task.id() + "/" + part + " is checked twice by " + test.method());
        subject.forgetCalls();
        try {
            body.run();
            sink.accept(Observed.held(part, subject.lastCall()));
        } catch (PartFailure failure) {
            failures.add(failure);
            rememberCall(part);
            sink.accept(test.hidden() ? hidden(part, Verdict.WRONG, "a check with other inputs does not hold") : wrong(part, failure));
        } catch (AnswerThrew answer) {
            Throwable thrown = answer.getCause();
            if (Thrown.isStubOf(task.id(), thrown)) throw new TestAbortedException(thrown.getMessage());
            failures.add(answer);
            rememberCall(part);
            Outcome outcome = Outcome.threw(thrown.getClass().getName());
            sink.accept(test.hidden() ? hidden(part, Verdict.EXCEPTION, Thrown.text("With other inputs the answer", thrown, subject.packageName()))
                : new Observed(part, Verdict.EXCEPTION, subject.lastCall(), Thrown.text("The answer", thrown, subject.packageName()), "", "", outcome, null));
        } catch (Exception e) {
            throw new IllegalStateException("Parts: the test of " + task.id() + "/" + part + " failed by itself", e);
        }
    }

    private void rememberCall(String part) {
        if (!test.hidden() && subject.last() != null) failed.put(part, subject.last());
    }

    private Observed wrong(String part, PartFailure failure) {
        return new Observed(part, Verdict.WRONG, subject.lastCall(), failure.getMessage(), failure.expectedText(), failure.actualText(),
            failure.outcome(), failure.planes());
    }

    /// A hidden check says that it failed and for which kind of call, never what it expected; and no table knows its inputs.
    private Observed hidden(String part, Verdict verdict, String message) {
        return new Observed(part, verdict, subject.lastCall(), message, "", "", Outcome.HIDDEN, null);
    }

    /// Fails the JUnit test if a part failed, so that an IDE shows it red.
    void throwFailures() {
        if (!failures.isEmpty()) throw new MultipleFailuresError("task " + task.id(), failures);
    }
}
