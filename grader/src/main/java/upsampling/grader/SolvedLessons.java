package upsampling.grader;

import java.util.List;
import java.util.ServiceLoader;

/// What the teacher's course knows beside the student's: hidden tests and right answers. Found with {@link ServiceLoader}; a student's copy of the course has none.
public interface SolvedLessons {
    /// Returns the tests that draw their inputs from a seed; empty if there are none.
    List<Class<?>> hiddenTests(Class<?> lesson);

    /// Returns right answers, the reference first; empty if there are none.
    List<Class<?>> references(Class<?> lesson);

    /// Returns those on the class path, or one that knows nothing.
    static SolvedLessons find() {
        return ServiceLoader.load(SolvedLessons.class, SolvedLessons.class.getClassLoader()).findFirst().orElse(NONE);
    }

    /// Knows nothing.
    SolvedLessons NONE = new SolvedLessons() {
        @Override
        public List<Class<?>> hiddenTests(Class<?> lesson) {
            return List.of();
        }

        @Override
        public List<Class<?>> references(Class<?> lesson) {
            return List.of();
        }
    };
}
