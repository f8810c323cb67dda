package upsampling.grader.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import upsampling.grader.Hint;
import upsampling.grader.Lesson;
import upsampling.grader.Part;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.Uses;
import upsampling.grader.toy.Counting;

/// Errors of a lesson's author are found when the annotations are read.
class LessonPlanTest {

    @Lesson(number = 1, name = "untested", tests = { })
    @Uses("upsampling.tensor")
    interface Untested {
        @Task("1.1")
        default int one() {
            throw new UnsupportedOperationException("Task 1.1: one");
        }
    }

    @Lesson(number = 1, name = "twice", tests = TwiceTasks.class)
    @Uses("upsampling.tensor")
    interface Twice {
        @Task("1.1")
        default int one() {
            throw new UnsupportedOperationException("Task 1.1: one");
        }
    }

    static final class TwiceTasks {
        @Test
        @Task("1.1")
        @Points(1)
        @DisplayName("declares a part twice")
        @Part(value = "same", hint = "Which?")
        @Part(value = "same", hint = "Which?")
        void one(Twice twice) { }
    }

    @Lesson(number = 1, name = "strange", tests = StrangeTasks.class)
    @Uses("upsampling.tensor")
    interface Strange {
        @Task("1.1")
        default int one() {
            throw new UnsupportedOperationException("Task 1.1: one");
        }
    }

    static final class StrangeTasks {
        @Test
        @Task("1.7")
        @Points(1)
        @DisplayName("tests a task that does not exist")
        @Part(value = "part", hint = "Which?")
        void seven(Strange strange) { }
    }

    @Lesson(number = 1, name = "clash", tests = ClashTasks.class)
    @Uses("upsampling.tensor")
    interface Clash {
        @Task("1.1")
        default int one() {
            throw new UnsupportedOperationException("Task 1.1: one");
        }
    }

    static final class ClashTasks {
        @Test
        @Task("1.1")
        @Points(1)
        @DisplayName("names a hint like a part")
        @Part(value = "border", hint = "Which?")
        @Hint(id = "border", text = "This.")
        void one(Clash clash) { }
    }

    @Test
    void authorsErrorsAreNamed() {
        assertRefused("task 1.1 has no test", Untested.class);
        assertRefused("1.1/same is declared twice", Twice.class);
        assertRefused("task 1.7, which the lesson does not have", Strange.class);
        assertRefused("hint 1.1/border has the name of another hint or part", Clash.class);
        assertRefused("needs @Lesson", Runnable.class);
    }

    @Test
    void aHiddenTestMayNotAddParts() {
        String message = assertThrows(IllegalStateException.class, () -> LessonPlan.of(Counting.class).withHidden(MoreParts.class)).getMessage();
        assertTrue(message.contains("names part more, which no public test has"), message);
    }

    static final class MoreParts {
        @Test
        @Task("99.1")
        @Part("more")
        void more(Counting counting) { }
    }

    @Test
    void anAnswerIsGradedForTheMethodsItOverrides() {
        LessonPlan lesson = LessonPlan.of(Counting.class);
        class Half implements Counting {
            @Override
            public long twice(long n) {
                return 0;
            }
        }
        class Inheriting extends Half { }
        assertEquals(0, lesson.answeredBy(new Counting() { }.getClass()).size());
        assertEquals("99.1", lesson.answeredBy(Inheriting.class).getFirst().id());
        assertEquals(1, lesson.answeredBy(Inheriting.class).size());
    }

    private static void assertRefused(String reason, Class<?> lesson) {
        String message = assertThrows(IllegalStateException.class, () -> LessonPlan.of(lesson)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
