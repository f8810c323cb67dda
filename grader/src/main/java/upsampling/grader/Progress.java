package upsampling.grader;

/// The one place where a task that was passed in a cell is remembered for `./course progress`.
final class Progress {
    private Progress() { }

    static void passed(String task) {
        // Kept by upsampling.lesson.LessonState; elsewhere than under the course's kernel nothing is kept.
    }
}
