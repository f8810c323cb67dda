package upsampling.grader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.TaskResult;

/// Grades an object of a notebook cell and shows the cards: each task on a watched thread, so that a loop without end costs one task.
final class CellCheck {
    private static final String EXAMPLE = "`check(new Pooling() { ... })`";

    private final Duration limit;

    CellCheck(Duration limit) {
        this.limit = limit;
    }

    void check(Object answer) {
        try {
            grade(answer);
        } catch (Throwable t) { // an error of the grader must not stop the notebook either
            CheckCards.notGraded("The grader itself failed, which is no fault of the answer: " + t, "");
        }
    }

    private void grade(Object answer) {
        if (answer == null) {
            CheckCards.notGraded("check: the answer must be an object, but was null.", EXAMPLE);
            return;
        }
        List<Class<?>> lessons = lessons(answer.getClass());
        if (lessons.isEmpty()) {
            CheckCards.notGraded("check: an answer implements the interface of a lesson, such as `Pooling`, but this is a `"
                + answer.getClass().getTypeName() + "`.", EXAMPLE);
        }
        for (Class<?> lesson : lessons) grade(LessonPlan.of(lesson), answer);
    }

    private void grade(LessonPlan lesson, Object answer) {
        List<TaskPlan> tasks = lesson.answeredBy(answer.getClass());
        if (tasks.isEmpty()) CheckCards.notStarted(lesson.type(), lesson.tasks().getFirst());
        var grading = new Grading(Misconceptions.of(lesson.type(), lesson.number()), Seed.DEFAULT, limit);
        for (TaskPlan task : tasks) {
            TaskResult result = grading.grade(task, answer);
            CheckCards.show(result);
            if (result.verdict().passed()) Learner.here().passed(result);
            if (Thread.currentThread().isInterrupted()) return; // the cell was stopped
        }
    }

    /// Returns every lesson's interface that the class implements.
    private static List<Class<?>> lessons(Class<?> type) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) collect(c, found);
        return found;
    }

    private static void collect(Class<?> type, List<Class<?>> found) {
        if (type.isInterface() && type.isAnnotationPresent(Lesson.class) && !found.contains(type)) found.add(type);
        for (Class<?> parent : type.getInterfaces()) collect(parent, found);
    }
}
