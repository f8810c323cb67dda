package upsampling.grader.run;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;

/// Where the templates of a lesson's answers lie, both in the course and in the learner's folder.
public final class Starters {
    private Starters() { }

    /// Returns the name of a task's template inside the folder of answers, such as `lesson01/MyMaxPool2d.java`.
    public static String nameOf(LessonPlan lesson, TaskPlan task) {
        return AnswerRules.folderName(lesson) + "/" + AnswerRules.starterFile(task);
    }

    /// Returns the folder of a task's lesson, such as `lesson01` for `1.2`.
    public static String folderOf(String task) {
        return AnswerRules.folderName(Integer.parseInt(task.substring(0, task.indexOf('.'))));
    }

    /// Whether a file has the name of a task's starter, such as `MyMaxPool2d.java` for `1.2`.
    public static boolean isOf(String task, String fileName) {
        for (LessonPlan lesson : Lessons.all()) {
            TaskPlan plan = lesson.task(task);
            if (plan != null) return fileName.equals(AnswerRules.starterFile(plan));
        }
        return false;
    }
}
