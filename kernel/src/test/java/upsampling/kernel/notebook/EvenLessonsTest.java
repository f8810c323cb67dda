package upsampling.kernel.notebook;

/// The notebooks at even places of {@link LessonTests}.
class EvenLessonsTest extends LessonTests {
    EvenLessonsTest() {
        super(0);
    }
}
