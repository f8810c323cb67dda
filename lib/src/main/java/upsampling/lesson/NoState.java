package upsampling.lesson;

import java.util.List;

/// Keeps nothing.
enum NoState implements LessonState {
    INSTANCE;

    @Override
    public void record(Event event) { }

    @Override
    public List<Event> events() {
        return List.of();
    }
}
