package upsampling.grader.shrink;

import java.util.ServiceLoader;

import upsampling.grader.LessonCatalog;

/// Who knows the right result of a lesson's tasks on any input. The public tests know it on theirs only.
public final class Oracles {
    private Oracles() { }

    /// Returns the object that answers the lesson's tasks with the library, or null if no catalog has one.
    public static Object of(Class<?> lesson) {
        for (LessonCatalog catalog : ServiceLoader.load(LessonCatalog.class, lesson.getClassLoader())) {
            Object oracle = catalog.oracle(lesson);
            if (oracle != null) return oracle;
        }
        return null;
    }
}
