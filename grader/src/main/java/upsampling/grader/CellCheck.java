package upsampling.grader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import upsampling.grader.engine.Engine;
import upsampling.grader.hint.Misconceptions;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.result.Ending;
import upsampling.grader.result.Observed;
import upsampling.grader.result.Scoring;
import upsampling.grader.result.TaskResult;

/// Grades an object of a notebook cell: each task on a thread of its own that is watched, so that a loop without end costs one task.
final class CellCheck {
    private final Duration limit;

    CellCheck(Duration limit) {
        this.limit = limit;
    }

    void check(Object answer) {
        try {
            grade(answer);
        } catch (Throwable t) { // an error of the grader must not stop the notebook either
            CheckCards.message("Not graded.", "The grader itself failed, which is no fault of the answer: " + t);
        }
    }

    private void grade(Object answer) {
        if (answer == null) {
            CheckCards.message("Nothing to check.", "check(null) was called; give it an answer, such as check(new Pooling() { ... }).");
            return;
        }
        List<Class<?>> lessons = lessons(answer.getClass());
        if (lessons.isEmpty()) {
            CheckCards.message("Nothing to check.", "An answer implements the interface of a lesson, such as Pooling, but this is a "
                + answer.getClass().getName() + ". Write check(new Pooling() { ... }).");
            return;
        }
        for (Class<?> lesson : lessons) {
            LessonPlan plan = LessonPlan.of(lesson);
            List<TaskPlan> tasks = plan.answeredBy(answer.getClass());
            if (tasks.isEmpty()) {
                CheckCards.message("Not started.", "This answer overrides no method of " + lesson.getSimpleName() + " yet: 0 points.");
            }
            Misconceptions misconceptions = Misconceptions.of(lesson, plan.number());
            for (TaskPlan task : tasks) {
                TaskResult result = grade(task, answer, misconceptions);
                CheckCards.show(result);
            }
        }
    }

    private TaskResult grade(TaskPlan task, Object answer, Misconceptions misconceptions) {
        List<Observed> observed = new ArrayList<>();
        var ended = new AtomicReference<Ending>();
        Ending cut = Watch.run("check " + task.id(), limit, () -> ended.set(Engine.run(task, answer, Seed.DEFAULT, one -> {
            synchronized (observed) {
                observed.add(one);
            }
        })));
        synchronized (observed) {
            Ending ending = cut != null ? cut : ended.get();
            return Scoring.score(task, answer.getClass().getName(), List.copyOf(observed), ending, misconceptions);
        }
    }

    /// Returns every lesson's interface that the class implements, nearest first.
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
