package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.kernel.notebook.Notebook;

/// `progress` and `hint`: what a learner asks between two checks.
class LearnerCommandsTest extends CommandTests {

    // --- hints -----------------------------------------------------------------------------------------------------------------------------

    @Test
    void hintsOpenOneByOneAndStayOpen() {
        assertEquals(Exit.OK, course("hint", "1.2"));
        assertTrue(said().startsWith("Hint 1 of 3: Which value can never win a maximum?"), said());
        assertTrue(said().contains("2 hints are left: ./course hint 1.2"), said());
        assertEquals(Exit.OK, course("hint", "1.2"));
        assertTrue(said().startsWith("Hint 2 of 3:"), said());
        assertTrue(said().contains("1 hint is left"), said());
        assertEquals(Exit.OK, course("hint", "1.2"));
        assertTrue(said().startsWith("Hint 3 of 3: Keep `best` and `bestIndex`. Take a value when `bestIndex < 0 || v > best"), said());
        assertTrue(said().contains("These are all hints of task 1.2."), said());
        course("hint", "1.2");
        assertEquals(3, said().lines().filter(line -> line.startsWith("Hint ")).count(), said());
        assertEquals(3, learner().hintsOpened("1.2"));
    }

    @Test
    void openedShowsWhatIsOpenAndOpensNothing() {
        assertEquals(Exit.OK, course("hint", "1.1", "--opened"));
        assertTrue(said().startsWith("No hint of task 1.1 is open yet."), said());
        assertEquals(0, learner().hintsOpened("1.1"));
        course("hint", "1.1");
        course("hint", "1.1", "--opened", "--json");
        JsonObject document = JsonParser.parseString(said()).getAsJsonObject();
        assertEquals(1, document.getAsJsonArray("opened").size());
        assertEquals(2, document.get("left").getAsInt());
    }

    @Test
    void aTaskThatDoesNotExistIsSaid() {
        assertEquals(Exit.USAGE, course("hint", "1.9"));
        assertTrue(err.toString().contains("there is no task \"1.9\"; the tasks are 1.1, 1.2"), err.toString());
    }

    @TestFactory
    List<DynamicTest> everyTaskOfEveryLessonHasHintsInItsNotebook() {
        Place place = new Place(Path.of("..").toAbsolutePath().normalize(), checkout);
        return Lessons.all().stream().flatMap(lesson -> lesson.tasks().stream().map(task -> DynamicTest.dynamicTest(task.id(), () -> {
            List<String> hints = HintCommand.hints(place, new Tasks.Chosen(lesson, task));
            assertTrue(hints.size() >= 2, "task " + task.id() + " has " + hints.size() + " hints; at least a question and a near-solution are needed");
            for (String hint : hints) assertFalse(hint.isBlank() || hint.contains("<details") || hint.contains("</"), hint);
        }))).toList();
    }

    @Test
    void aStudentsCopyWhoseFolderOfAnswersHoldsNoAnswerIsToldHowToBegin() throws IOException {
        Files.createDirectories(checkout.resolve("work/answers"));
        Files.writeString(checkout.resolve("work/answers/README.md"), "# Your answers\n");
        PrintStream realErr = System.err;
        var errors = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
            course("check", "1.4");
            assertTrue(errors.toString(StandardCharsets.UTF_8).contains("There are no answers yet in "), errors.toString(StandardCharsets.UTF_8));
            errors.reset();
            Files.createDirectories(checkout.resolve("work/answers/lesson01"));
            course("check", "1.4");
            assertEquals("", errors.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setErr(realErr);
        }
    }

    // --- what only the teacher's course has -------------------------------------------------------------------------------------------------

    @Test
    void inAStudentsCopySolutionHuntAndReleaseSayThatTheyBelongToTheTeacher() throws IOException {
        pass("1.2"); // with that, they would open
        for (List<String> command : List.of(List.of("solution", "1.2"), List.of("hunt", "1.2"), List.of("release", "student"))) {
            err.getBuffer().setLength(0);
            assertEquals(Exit.USAGE, course(command.toArray(String[]::new)), command.toString());
            assertTrue(err.toString().contains(" belong to the teacher's course, and this is a students' copy; "), err.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
        assertFalse(Files.exists(checkout.resolve("work/hunts")), "no file of the hunt");
    }

    // --- progress --------------------------------------------------------------------------------------------------------------------------

    @Test
    void progressBeginsWithTheLab() {
        assertEquals(Exit.OK, course("progress"));
        assertTrue(said().contains("01-pooling               not opened, 0 of 6 tasks, 0 of 20 points"), said());
        assertTrue(said().contains("Next: ./course lab   (lesson 1 is next)"), said());
    }

    @Test
    void theNextStepIsTheFirstTaskThatIsNotPassed() throws IOException {
        pass("1.1");
        Files.writeString(Files.createDirectories(checkout.resolve("work/answers/lesson01")).resolve("MyMaxPool2d.java"), "");
        course("progress");
        assertTrue(said().contains("Next: ./course check 1.2"), said());
        assertFalse(said().contains("Next: write"), said());
        LessonPlan lesson = Lessons.all().getFirst();
        pass(lesson.tasks().stream().map(TaskPlan::id).toArray(String[]::new));
        course("progress");
        assertTrue(said().contains("20 of 20 points") && said().contains("Next: ./course lab   (everything is done; to read again)"), said());
        Files.createDirectories(checkout.resolve("solutions")); // the teacher's course, which has a hunt
        course("progress");
        assertTrue(said().contains("Next: ./course hunt 1.1"), said());
    }

    @Test
    void aStarterAsItCameIsToBeWritten() throws IOException {
        pass("1.1");
        for (String folder : List.of("exercises/starters/lesson01", "work/answers/lesson01")) {
            Files.writeString(Files.createDirectories(checkout.resolve(folder)).resolve("MyMaxPool2d.java"), "TODO");
        }
        course("progress");
        String file = Path.of("work", "answers", "lesson01", "MyMaxPool2d.java").toString();
        assertTrue(said().contains("Next: write " + file + ", then ./course check 1.2   (task 1.2 is next)"), said());
        course("progress", "--json");
        assertTrue(JsonParser.parseString(said()).getAsJsonObject().getAsJsonObject("next").get("write").getAsString().endsWith(file), said());
    }

    @Test
    void aCopyWhoseHiddenCellsWereAllRunIsALessonRun() {
        Place place = new Place(checkout, checkout);
        new LearnerCopies(place).refresh();
        course("progress");
        assertTrue(said().contains("01-pooling               opened, 0 of 6 tasks"), said());
        Notebook copy = Notebook.read(place.work().resolve("notebooks/01-pooling.ipynb"));
        List<Notebook.Cell> hidden = copy.cells().stream().filter(cell -> cell.isCode() && cell.executionCount() == 0).toList();
        hidden.getFirst().setOutputs(1, hidden.getFirst().outputs());
        copy.write();
        course("progress");
        assertTrue(said().contains("begun: 1 of " + hidden.size()), said());
        for (Notebook.Cell cell : hidden) cell.setOutputs(1, cell.outputs());
        copy.write();
        course("progress");
        assertTrue(said().contains("01-pooling               run, 0 of 6 tasks"), said());
    }
}
