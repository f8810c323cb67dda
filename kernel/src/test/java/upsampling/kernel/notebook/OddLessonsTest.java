package upsampling.kernel.notebook;

/// The notebooks at odd places of {@link LessonTests}.
class OddLessonsTest extends LessonTests {
    OddLessonsTest() {
        super(1);
    }
}
