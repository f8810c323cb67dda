package upsampling.grader;

import java.time.Instant;

import upsampling.grader.result.TaskResult;
import upsampling.lesson.Lesson;
import upsampling.lesson.LessonState;

/// The one place where a task that was passed in a cell is remembered for `./course progress`.
final class Progress {
    /// The kind of the event; its subject is the task's id, its value the points.
    static final String PASSED = "passed";

    private Progress() { }

    /// Keeps the event where the lesson's state is kept; outside a lesson that is nowhere.
    static void passed(TaskResult result) {
        Lesson.state().record(new LessonState.Event(Instant.now(), PASSED, result.id(), result.score().toString()));
    }
}
