package upsampling.solutions.attacks;

import java.util.List;
import upsampling.grader.SolvedLessons;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;

/// The lessons with their hidden tests, as a teacher grades them.
final class Course {
    static final SolvedLessons SOLVED = SolvedLessons.find();
    static final List<LessonPlan> LESSONS = Lessons.all().stream().map(lesson -> lesson.withHidden(SOLVED.hiddenTests(lesson.type()).toArray(Class<?>[]::new))).toList();

    private Course() { }

    static TaskPlan task(String id) {
        return LESSONS.stream().flatMap(lesson -> lesson.tasks().stream()).filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }
}
