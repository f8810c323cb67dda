package upsampling.cli;

import java.util.List;
import java.util.stream.Collectors;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;

/// The tasks of the course, as commands name them.
final class Tasks {
    /// A task and its lesson.
    record Chosen(LessonPlan lesson, TaskPlan task) { }

    private Tasks() { }

    /// Returns the task of an id such as `1.2`.
    ///
    /// @throws Failure if there is none
    static Chosen of(String id) {
        List<LessonPlan> lessons = Lessons.all();
        for (LessonPlan lesson : lessons) {
            TaskPlan task = lesson.task(id);
            if (task != null) return new Chosen(lesson, task);
        }
        throw Failure.usage("there is no task \"" + id + "\"; the tasks are "
            + lessons.stream().flatMap(lesson -> lesson.tasks().stream()).map(TaskPlan::id).collect(Collectors.joining(", ")));
    }
}
