package upsampling.grader.run;

import java.util.List;

import upsampling.grader.plan.LessonPlan;

/// Names of types that belong to the course: an answer that declares one would say something else than its reader thinks.
public final class Reserved {
    private static final List<String> TYPES = List.of("Tensor", "DoubleTensor", "Shape", "Window", "Check");

    private Reserved() { }

    /// Whether no answer of a lesson may declare a type of this name.
    public static boolean isType(String name, LessonPlan lesson) {
        return TYPES.contains(name) || name.equals(lesson.type().getSimpleName());
    }
}
