package upsampling.grader.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import upsampling.grader.LessonCatalog;

/// The lessons on the class path.
public final class Lessons {
    private Lessons() { }

    /// Returns all lessons, ordered by number.
    ///
    /// @throws IllegalStateException if two lessons have the same number: an error of the author
    public static List<LessonPlan> all() {
        List<LessonPlan> all = new ArrayList<>();
        for (LessonCatalog catalog : ServiceLoader.load(LessonCatalog.class, Lessons.class.getClassLoader())) {
            for (Class<?> lesson : catalog.lessons()) all.add(LessonPlan.of(lesson));
        }
        all.sort(Comparator.comparingInt(LessonPlan::number));
        for (int i = 1; i < all.size(); i++) {
            int number = all.get(i).number();
            if (number == all.get(i - 1).number()) throw new IllegalStateException("Lessons: number " + number + " is used twice");
        }
        return List.copyOf(all);
    }
}
