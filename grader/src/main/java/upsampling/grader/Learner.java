package upsampling.grader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import upsampling.grader.result.TaskResult;
import upsampling.lesson.Lesson;
import upsampling.lesson.LessonState;
import upsampling.lesson.LessonState.Event;

/// What one learner has done so far: tasks passed, hints opened, bugs found. The only class that knows how such events are written.
///
/// @param state where the events are kept; outside a lesson that may be nowhere
public record Learner(LessonState state) {
    /// Subject: the task's id; value: its points.
    private static final String PASSED = "passed";
    /// Subject: the task's id; value: the hint's number, from 1.
    private static final String HINT = "hint";
    /// Subject: the task's id; value: the hint of the known-wrong answer that was exposed.
    private static final String EXPOSED = "exposed";
    /// Subject: the lesson's number; value: how many cells ran.
    private static final String RAN = "ran";
    private static final String PREDICTED = "predicted";

    /// Returns the learner of this session: the one whose notebook it is.
    public static Learner here() {
        return new Learner(Lesson.state());
    }

    // --- tasks -----------------------------------------------------------------------------------------------------------------------------

    /// Keeps that a task was passed, once.
    public void passed(TaskResult result) {
        if (!hasPassed(result.id())) keep(PASSED, result.id(), result.max().toString());
    }

    /// Whether a task was ever passed, in a cell or in a file.
    public boolean hasPassed(String task) {
        return count(PASSED, task) > 0;
    }

    // --- hints -----------------------------------------------------------------------------------------------------------------------------

    /// Keeps that a hint was opened, once.
    ///
    /// @param number from 1
    public void openedHint(String task, int number) {
        if (number > hintsOpened(task)) keep(HINT, task, Integer.toString(number));
    }

    /// Returns how many hints of a task were opened: they open in order.
    public int hintsOpened(String task) {
        return count(HINT, task);
    }

    // --- bug hunt --------------------------------------------------------------------------------------------------------------------------

    /// Keeps that a wrong answer to a task was exposed.
    ///
    /// @param bug which one, by the name of its misconception
    public void exposed(String task, String bug) {
        if (!bugsExposed(task).contains(bug)) keep(EXPOSED, task, bug);
    }

    /// Returns the wrong answers to a task that were exposed, in the order of their fall.
    public List<String> bugsExposed(String task) {
        List<String> bugs = new ArrayList<>();
        for (Event event : state.events()) {
            if (event.kind().equals(EXPOSED) && event.subject().equals(task) && !bugs.contains(event.value())) bugs.add(event.value());
        }
        return bugs;
    }

    // --- lessons ---------------------------------------------------------------------------------------------------------------------------

    /// Keeps that a lesson ran from top to bottom, once.
    public void ran(int lesson, int cells) {
        if (!hasRun(lesson)) keep(RAN, Integer.toString(lesson), Integer.toString(cells));
    }

    /// Whether a lesson ever ran from top to bottom with `./course run`.
    public boolean hasRun(int lesson) {
        return count(RAN, Integer.toString(lesson)) > 0;
    }

    /// Returns the questions of a lesson that were predicted, and what was said last: `1.noise` is a question of lesson 1.
    public Map<String, String> predictions(int lesson) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Event event : state.events()) {
            if (event.kind().equals(PREDICTED) && event.subject().startsWith(lesson + ".")) said.put(event.subject(), event.value());
        }
        return said;
    }

    private void keep(String kind, String subject, String value) {
        state.record(new Event(Instant.now(), kind, subject, value));
    }

    private int count(String kind, String subject) {
        int count = 0;
        for (Event event : state.events()) {
            if (event.kind().equals(kind) && event.subject().equals(subject)) count++;
        }
        return count;
    }
}
