package upsampling.grader;

import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Counterexample;
import upsampling.grader.result.Observed;
import upsampling.grader.result.PartResult;
import upsampling.grader.result.Planes;
import upsampling.grader.result.TaskResult;
import upsampling.show.Cards;
import upsampling.show.Show;
import upsampling.show.Shown;
import upsampling.show.Smallest;

/// How results look, below a cell and in feedback: the only class of the grader that makes cards.
public final class CheckCards {
    private CheckCards() { }

    /// Shows the result of a task: passed, not started, or the first part that does not hold with its hint.
    static void show(TaskResult result) {
        Show.show(of(result));
    }

    /// Shows that nothing of a lesson was answered yet, and how to begin.
    static void notStarted(Class<?> lesson, TaskPlan first) {
        String begin = "Begin with `" + first.method().getName() + "` (task " + first.id() + ")";
        String task = lesson.getSimpleName() + ": this answer overrides no task yet. " + begin;
        Show.show(Cards.notStarted(task, first.max().rounded()));
    }

    /// Shows why there is no result.
    static void notGraded(String reason, String change) {
        Show.show(Cards.error("Nothing was graded", reason, "", change, ""));
    }

    /// Returns the card of a result: of a task that is not passed, about {@link TaskResult#firstTold}.
    public static Shown of(TaskResult result) {
        PartResult told = result.firstTold();
        boolean isFirst = told == null || told == result.firstFailed() || told.hint() == null;
        String hint = isFirst ? result.hint() == null ? "" : result.hint().text() : told.hint().text();
        return card(result, told, hint);
    }

    private static Shown card(TaskResult result, PartResult failed, String hint) {
        String task = "Task " + result.id();
        double points = result.score().rounded();
        double of = result.max().rounded();
        return switch (result.verdict()) {
            case PASS -> Cards.passed(task, "It " + result.title() + ": all " + result.parts().size() + " parts hold.", points, of);
            case NOT_STARTED -> Cards.notStarted(task + " " + result.title(), of);
            case UNGRADED -> Cards.error("Not graded", "The grader failed, which is no fault of the answer: " + result.message(), "", "", task);
            case PARTIAL, WRONG, EXCEPTION -> failed.observed() == null ? cut(result, hint) : part(result, failed, hint);
            case TIMEOUT, MEMORY, CRASH, FORBIDDEN, COMPILE_ERROR, MISSING -> cut(result, hint);
        };
    }

    private static Shown part(TaskResult result, PartResult failed, String hint) {
        long held = result.parts().stream().filter(part -> part.verdict().passed()).count();
        String task = "Task " + failed.id() + " (" + held + " of " + result.parts().size() + " parts hold)";
        double points = result.score().rounded();
        double of = result.max().rounded();
        Observed observed = failed.observed();
        Smallest smallest = drawn(result.smallest());
        Planes planes = observed.planes();
        if (planes != null) {
            String call = call(observed, planes.what()) + (planes.where().isEmpty() ? "" : " " + planes.where());
            return smallest == null ? Cards.failed(task, call, planes.expected(), planes.actual(), hint, points, of)
                : Cards.failed(task, call, planes.expected(), planes.actual(), smallest, hint, points, of);
        }
        if (observed.verdict() == Verdict.EXCEPTION || observed.isHidden()) {
            if (smallest != null) return Cards.failed(task, observed.call(), sentence(observed.message()), smallest, hint, points, of);
            String name = "Not yet. " + task + " · " + result.score() + " of " + result.max() + " points";
            return Cards.error(name, "`" + observed.call() + "`  " + sentence(observed.message()) + hinted(hint), "", "", "");
        }
        String call = call(observed, observed.outcome().what());
        if (smallest == null) return Cards.failed(task, call, observed.expected(), observed.actual(), hint, points, of);
        return Cards.failed(task, call, "Expected `" + observed.expected() + "`, but was `" + observed.actual() + "`.", smallest, hint, points, of);
    }

    /// Returns what the card draws; null if no input simpler than the check's own was found.
    private static Smallest drawn(Counterexample found) {
        if (found == null || found.steps() == 0) return null;
        Planes planes = found.planes();
        return new Smallest(found.call(), sentence(found.message()), found.input(), planes == null ? null : planes.expected(),
            planes == null ? null : planes.actual());
    }

    private static String call(Observed observed, String what) {
        return what.isEmpty() || what.contains(":") ? observed.call() : observed.call() + " → " + what;
    }

    /// A run that was cut off has no expected value to show: the reason instead.
    private static Shown cut(TaskResult result, String hint) {
        String name = "Task " + result.id() + " " + result.verdict() + ", " + result.score() + " of " + result.max() + " points";
        return Cards.error(name, sentence(result.message()) + hinted(hint), "", "", "");
    }

    /// In the message itself, so that a front end that shows only the text shows the hint too.
    private static String hinted(String hint) {
        return hint.isBlank() ? "" : " **Hint.** " + hint;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
