package upsampling.lesson;

import java.time.Instant;
import java.util.List;

/// What of a lesson outlives its session: predictions, opened hints, solved tasks. By default nothing is kept.
public interface LessonState {

    /// Something that happened.
    ///
    /// @param time when
    /// @param kind what, such as `predicted`
    /// @param subject of what, such as `1.noise`
    /// @param value how, in words
    record Event(Instant time, String kind, String subject, String value) { }

    /// Keeps an event. It never fails a lesson: what cannot be kept is said once and forgotten.
    void record(Event event);

    /// Returns everything that was kept, in order.
    List<Event> events();
}
