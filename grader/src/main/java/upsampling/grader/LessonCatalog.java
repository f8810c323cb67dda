package upsampling.grader;

import java.util.List;

/// Names the lessons that have tasks; found by `ServiceLoader`, so that the grader knows no lesson.
public interface LessonCatalog {
    /// Returns the interfaces of the lessons, in the order of the course.
    List<Class<?>> lessons();
}
