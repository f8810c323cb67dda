package upsampling.grader.run;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// Where the templates of a lesson's answers lie, both in the course and in the learner's folder.
public final class Starters {
    private Starters() { }

    /// Returns the name of a task's template inside the folder of answers, such as `lesson01/MyMaxPool2d.java`.
    public static String nameOf(LessonPlan lesson, TaskPlan task) {
        return AnswerReader.folderName(lesson) + "/" + AnswerReader.starterName(task) + ".java";
    }
}
