package upsampling.grader;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import upsampling.grader.engine.Engine;
import upsampling.grader.hunt.Bug;
import upsampling.grader.hunt.Bugs;
import upsampling.grader.hunt.Trial;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.shrink.FailedCall;

/// The bug hunt of the notebooks: a black box answers a task that was passed, and somewhere it is wrong. Which input shows it?
///
/// ```java
/// hunt("1.2").tryOn(Tensor.image(new double[][] {{1, 8}, {7, 3}}), Window.of(2));
/// ```
/// An input on which the box is wrong exposes it, and says which mistake it made. There are no points; `./course progress` counts the bugs. As with
/// {@link Check}, whatever happens is said on a card, and the cell ends normally.
public final class Hunt {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Learner learner;
    private final LessonPlan lesson;
    private final TaskPlan task;
    private final List<Bug> bugs;
    private final String closed;

    private Hunt(Learner learner, LessonPlan lesson, TaskPlan task, List<Bug> bugs, String closed) {
        this.learner = learner;
        this.lesson = lesson;
        this.task = task;
        this.bugs = bugs;
        this.closed = closed;
    }

    /// Returns the next black box of a task: the same one until it is exposed.
    ///
    /// @param task such as `1.2`; of one that does not exist or is not passed yet the card says so
    public static Hunt hunt(String task) {
        Learner learner = Learner.here();
        for (LessonPlan lesson : Lessons.all()) {
            TaskPlan plan = lesson.task(task);
            if (plan == null) continue;
            List<Bug> bugs = shuffled(task, Bugs.of(lesson.type(), lesson.number()).of(task));
            String closed = bugs.isEmpty() ? "Task " + task + " has no black boxes here: they belong to the teacher's course."
                : learner.hasPassed(task) ? "" : "The hunt opens when task " + task + " is passed: whoever wrote it right can tell what is wrong.";
            return new Hunt(learner, lesson, plan, bugs, closed);
        }
        return new Hunt(learner, null, null, List.of(), "There is no task " + task + ".");
    }

    /// Returns arguments in Java to begin with: those of the first public check of a task.
    public static String exampleInput(LessonPlan lesson, TaskPlan task) {
        Object refuser = Proxy.newProxyInstance(lesson.type().getClassLoader(), new Class<?>[] {lesson.type()}, (_, _, _) -> {
            throw new IllegalStateException("only the arguments are wanted");
        });
        FailedCall first = Engine.run(task, refuser, Seed.DEFAULT, _ -> { }).failed();
        return first.text().replaceFirst("^\\w+\\(", "").replaceFirst("\\)$", "");
    }

    /// The order is drawn from the task's id, so it is the same on every machine and no help.
    private static List<Bug> shuffled(String task, List<Bug> bugs) {
        List<Bug> order = new ArrayList<>(bugs);
        Collections.shuffle(order, Seed.DEFAULT.random("hunt " + task));
        return List.copyOf(order);
    }

    /// Calls the black box with an input, and shows a card: exposed, or right so far.
    ///
    /// @param arguments those of the task, in its order
    public void tryOn(Object... arguments) {
        Bug bug = next();
        if (bug == null) {
            HuntCards.closed(toString());
            return;
        }
        var result = new AtomicReference<Trial>();
        var refused = new AtomicReference<String>();
        Ending cut = Watch.run("hunt " + task.id(), LIMIT, () -> {
            try {
                result.set(Trial.of(bug, task.method(), arguments));
            } catch (IllegalArgumentException e) {
                refused.set(e.getMessage());
            }
        });
        if (cut != null && cut.verdict() == Verdict.TIMEOUT) HuntCards.closed("The black box did not come back within " + LIMIT.toSeconds() + " s: try a smaller input.");
        else if (cut != null) HuntCards.closed("The grader failed, which is no fault of yours: " + cut.message() + ".");
        else if (refused.get() != null) HuntCards.closed(refused.get() + ".");
        else show(bug, result.get());
    }

    private void show(Bug bug, Trial trial) {
        if (trial.exposed() == null) {
            HuntCards.held(this, trial);
            return;
        }
        learner.exposed(task.id(), bug.name());
        HuntCards.exposed(this, trial, task.hint(bug.name()) == null ? "" : task.hint(bug.name()).text());
    }

    /// Returns the first black box that is not exposed yet; null if there is none, or the hunt is closed.
    private Bug next() {
        if (!closed.isEmpty()) return null;
        List<String> exposed = learner.bugsExposed(task.id());
        return bugs.stream().filter(bug -> !exposed.contains(bug.name())).findFirst().orElse(null);
    }

    String task() {
        return task.id();
    }

    int exposed() {
        List<String> exposed = learner.bugsExposed(task.id());
        return (int) bugs.stream().filter(bug -> exposed.contains(bug.name())).count();
    }

    int boxes() {
        return bugs.size();
    }

    /// Returns what there is to do, which a cell shows that ends with `hunt("1.2")`.
    @Override
    public String toString() {
        if (!closed.isEmpty()) return closed;
        if (next() == null) return "All " + boxes() + " black boxes of task " + task.id() + " are exposed.";
        return "Black box " + (exposed() + 1) + " of " + boxes() + " answers task " + task.id() + ", " + lesson.type().getSimpleName() + "."
            + task.method().getName() + ", and is wrong somewhere. Find an input that shows it: hunt(\"" + task.id() + "\").tryOn(...)";
    }
}
