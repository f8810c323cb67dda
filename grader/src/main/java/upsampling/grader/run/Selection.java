package upsampling.grader.run;

import java.util.ArrayList;
import java.util.List;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// Which tasks a check is about.
public final class Selection {
    /// A task and its lesson.
    record Chosen(LessonPlan lesson, TaskPlan task) { }

    private Selection() { }

    /// Returns the chosen lessons, each with its chosen tasks.
    ///
    /// @param wanted a lesson's number or name, the id of a task or of several, `1.2,1.4`, or null for everything
    /// @throws IllegalArgumentException if there is no such lesson or task
    public static List<LessonPlan> lessons(List<LessonPlan> lessons, String wanted) {
        List<Chosen> chosen = of(lessons, wanted);
        List<LessonPlan> some = new ArrayList<>();
        for (LessonPlan lesson : lessons) {
            List<TaskPlan> tasks = chosen.stream().filter(one -> one.lesson() == lesson).map(Chosen::task).toList();
            if (!tasks.isEmpty()) some.add(new LessonPlan(lesson.number(), lesson.name(), lesson.type(), tasks));
        }
        return some;
    }

    /// @param wanted a lesson's number or name, the id of a task or of several, `1.2,1.4`, or null for everything
    /// @throws IllegalArgumentException if there is no such lesson or task
    static List<Chosen> of(List<LessonPlan> lessons, String wanted) {
        List<String> ids = wanted == null ? List.of() : List.of(wanted.split(","));
        List<Chosen> chosen = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (LessonPlan lesson : lessons) {
            boolean whole = wanted == null || wanted.equals(lesson.name()) || wanted.matches("0*" + lesson.number());
            for (TaskPlan task : lesson.tasks()) {
                known.add(task.id());
                if (whole || ids.contains(task.id())) chosen.add(new Chosen(lesson, task));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("there is no lesson or task " + wanted + "; the tasks are " + String.join(", ", known)
                + ", and a lesson's number or name chooses all of its tasks");
        }
        return chosen;
    }
}
