package upsampling.grader.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import upsampling.grader.Verdict;
import upsampling.grader.hint.Misconception;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.plan.TaskPlan.PartPlan;
import upsampling.grader.plan.TaskPlan.TestPlan;

/// Adds up what was observed: the only place where points are given.
public final class Scoring {
    private Scoring() { }

    /// Returns the result of a task.
    ///
    /// A part counts when every test that names it has observed that it holds; one that was never reached scores 0.
    ///
    /// @param answer the answer's class or file
    /// @param observed what the tests saw, in any order
    /// @param ending how the run ended
    public static TaskResult score(TaskPlan task, String answer, List<Observed> observed, Ending ending, Misconceptions misconceptions) {
        List<Misconception> suspects = suspects(task, observed, misconceptions);
        List<PartResult> parts = new ArrayList<>();
        Fraction score = Fraction.ZERO;
        for (PartPlan part : task.parts()) {
            PartResult result = part(task, part, observed, ending, suspects);
            parts.add(result);
            score = score.plus(result.score());
        }
        TaskResult result = new TaskResult(task.id(), task.title(), answer, Verdict.PASS, score, task.max(), "", null, List.copyOf(parts),
            TaskResult.Output.NONE, null, null);
        PartResult failed = result.firstFailed();
        if (ending.finished() && failed == null) return result;
        Verdict verdict = verdict(ending, failed, score);
        return new TaskResult(task.id(), task.title(), answer, verdict, score, task.max(), message(ending, failed), hint(task, ending, parts),
            List.copyOf(parts), TaskResult.Output.NONE, null, null);
    }

    private static PartResult part(TaskPlan task, PartPlan part, List<Observed> observed, Ending ending, List<Misconception> suspects) {
        String id = task.id() + "/" + part.name();
        if (forfeits(ending.verdict())) return new PartResult(id, ending.verdict(), Fraction.ZERO, part.points(), null, null);
        int needed = 0;
        for (TestPlan test : task.tests()) {
            if (test.parts().contains(part.name())) needed++;
        }
        Observed last = null;
        for (Observed one : observed) {
            if (!one.part().equals(part.name())) continue;
            if (!one.verdict().passed()) {
                HintText hint = hintOf(task, part, one, suspects);
                return new PartResult(id, one.verdict(), Fraction.ZERO, part.points(), one, hint);
            }
            last = one;
            needed--;
        }
        if (needed == 0) return new PartResult(id, Verdict.PASS, part.points(), part.points(), last, null);
        return new PartResult(id, ending.finished() ? Verdict.WRONG : ending.verdict(), Fraction.ZERO, part.points(), null, null);
    }

    /// Whether parts that were reached before do not count.
    private static boolean forfeits(Verdict ending) {
        return switch (ending) {
            case NOT_STARTED, FORBIDDEN, COMPILE_ERROR, MISSING, UNGRADED -> true;
            case PASS, PARTIAL, WRONG, EXCEPTION, TIMEOUT, MEMORY, CRASH -> false;
        };
    }

    private static Verdict verdict(Ending ending, PartResult failed, Fraction score) {
        if (!ending.finished()) return ending.verdict();
        if (failed.verdict() == Verdict.EXCEPTION) return Verdict.EXCEPTION;
        return score.isZero() ? Verdict.WRONG : Verdict.PARTIAL;
    }

    private static String message(Ending ending, PartResult failed) {
        if (!ending.finished()) return ending.message();
        if (failed.observed() == null) return "the test ended before it reached " + failed.id();
        return failed.observed().call() + ": " + failed.observed().message();
    }

    /// Returns the mistakes that explain at least one failed part, the one that explains most of what was seen first.
    private static List<Misconception> suspects(TaskPlan task, List<Observed> observed, Misconceptions misconceptions) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Observed one : observed) outcomes.putIfAbsent(one.part(), one.outcome()); // the public test comes first: the table knows its inputs
        List<Misconception> suspects = new ArrayList<>();
        for (Misconception misconception : misconceptions.of(task.id())) {
            for (Map.Entry<String, Outcome> entry : outcomes.entrySet()) {
                if (entry.getValue().kind() == Outcome.Kind.HELD || !misconception.explains(entry.getKey(), entry.getValue())) continue;
                suspects.add(misconception);
                break;
            }
        }
        suspects.sort(Comparator.comparingInt((Misconception misconception) -> misconception.agreement(outcomes)).reversed());
        return suspects;
    }

    private static HintText hintOf(TaskPlan task, PartPlan part, Observed observed, List<Misconception> suspects) {
        for (Misconception suspect : suspects) {
            if (suspect.explains(part.name(), observed.outcome()) && task.hint(suspect.name()) != null) return hintOf(task, suspect);
        }
        return new HintText(task.id() + "/" + part.name(), part.hint());
    }

    private static HintText hintOf(TaskPlan task, Misconception misconception) {
        return new HintText(task.id() + "/" + misconception.name(), task.hint(misconception.name()).text());
    }

    /// Returns one hint for the task: about how the run ended, or the one of the first part that does not hold. A hint for a later part would stand beside
    /// an input that it does not explain.
    private static HintText hint(TaskPlan task, Ending ending, List<PartResult> parts) {
        String general = switch (ending.verdict()) {
            case FORBIDDEN -> "This task is to write the operator yourself, in loops over the elements.";
            case TIMEOUT -> "Look at each loop: what changes in every round, and which condition ends it?";
            case CRASH -> "The answer ended its virtual machine. Take out System.exit, and return a value or throw an exception instead.";
            default -> null;
        };
        if (general != null) return new HintText(task.id() + "/" + ending.verdict().name().toLowerCase(Locale.ROOT), general);
        for (PartResult part : parts) {
            if (part.hint() != null) return part.hint();
        }
        return null;
    }
}
