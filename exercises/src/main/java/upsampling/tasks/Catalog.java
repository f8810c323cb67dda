package upsampling.tasks;

import java.util.List;

import upsampling.grader.LessonCatalog;

/// Every lesson with tasks, in the order of the course. A new lesson is one more name here.
public final class Catalog implements LessonCatalog {
    @Override
    public List<Class<?>> lessons() {
        return List.of(Pooling.class);
    }
}
