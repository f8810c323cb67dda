package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import upsampling.grader.Learner;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.kernel.notebook.Notebook;
import upsampling.lesson.FileState;

/// `progress`, `hint` and `solution`: what a learner asks between two checks.
@Isolated("it replaces the JVM's streams")
class LearnerCommandsTest {
    private static final String RIGHT_MACS = """
        package answers.lesson01;
        import upsampling.tasks.Pooling;
        import upsampling.tensor.Window;
        public class MyConvMacs implements Pooling {
            @Override
            public long convMacs(int oh, int ow, int in, int out, Window k) { return (long) oh * ow * in * out * k.kernel() * k.kernel(); }
        }
        """;

    @TempDir
    private Path checkout;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final PrintStream realOut = System.out;

    @BeforeEach
    void aCheckoutWithLessonOne() throws IOException {
        Files.createDirectories(checkout.resolve("notebooks"));
        Files.copy(Path.of("../notebooks/01-pooling.ipynb"), checkout.resolve("notebooks/01-pooling.ipynb"));
        String solutions = "solutions/src/main/java/upsampling/solutions/lesson01";
        Files.createDirectories(checkout.resolve(solutions));
        Files.copy(Path.of("..").resolve(solutions).resolve("Reference.java"), checkout.resolve(solutions).resolve("Reference.java"));
        System.setProperty("course.home", checkout.toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setOut(realOut);
        System.clearProperty("course.home");
    }

    private int course(String... arguments) {
        out.reset();
        return Course.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Learner learner() {
        return new Learner(FileState.in(checkout.resolve("work/.state")));
    }

    private void pass(String... tasks) throws IOException {
        Path state = checkout.resolve("work/.state/events.tsv");
        Files.createDirectories(state.getParent());
        for (String task : tasks) {
            new FileState(state).record(new upsampling.lesson.LessonState.Event(java.time.Instant.EPOCH, "passed", task, "4"));
        }
    }

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

    // --- solutions -------------------------------------------------------------------------------------------------------------------------

    @Test
    void theSolutionIsReadableAfterTheTaskIsPassedOnly() throws IOException {
        assertEquals(Exit.PERSON, course("solution", "1.2"));
        assertTrue(err.toString().contains("task 1.2 is not passed yet"), err.toString());
        pass("1.2");
        assertEquals(Exit.OK, course("solution", "1.2"));
        assertTrue(said().startsWith("@Override\npublic Pooled maxPool2d("), said());
        assertTrue(said().contains("/// Returns the index of the first maximum of a window in its plane.\nprivate static int strongest("), said());
        assertFalse(said().contains("receptiveField"), said());
    }

    @Test
    void theSolutionDoesNotShowThatOfAnotherTaskBeforeItIsPassed() throws IOException {
        pass("1.3"); // whose reference calls outputSize, the task 1.1
        course("solution", "1.3");
        assertTrue(said().contains("public int outputSize(int size, Window window, boolean ceilMode); // task 1.1: readable when that is passed"), said());
        assertFalse(said().contains("floorDiv"), said());
        pass("1.1");
        course("solution", "1.3");
        assertTrue(said().contains("public int outputSize(") && said().contains("floorDiv"), said());
    }

    @Test
    void withoutTheSolutionsItSaysSo() throws IOException {
        pass("1.2");
        Files.delete(checkout.resolve("solutions/src/main/java/upsampling/solutions/lesson01/Reference.java"));
        assertEquals(Exit.USAGE, course("solution", "1.2"));
        assertTrue(err.toString().contains("has no solution of task 1.2"), err.toString());
    }

    @TestFactory
    List<DynamicTest> everyTaskOfEveryLessonHasASolutionToRead() {
        return Lessons.all().stream().flatMap(lesson -> lesson.tasks().stream().map(task -> DynamicTest.dynamicTest(task.id(), () -> {
            Path folder = Path.of("../solutions/src/main/java/upsampling/solutions/lesson%02d".formatted(lesson.number()));
            String source = SolutionSource.of(folder, task, List.of()).orElseThrow(() -> new AssertionError("no Reference*.java in " + folder + " has " + task.method()));
            assertTrue(source.contains(" " + task.method().getName() + "("), source);
        }))).toList();
    }

    // --- bug hunt --------------------------------------------------------------------------------------------------------------------------

    @Test
    void aHuntOpensAfterTheTaskAndRunsTheLearnersFile() throws IOException {
        assertEquals(Exit.PERSON, course("hunt", "1.4"));
        assertTrue(err.toString().contains("the hunt opens when task 1.4 is passed"), err.toString());
        pass("1.4");
        assertEquals(Exit.OK, course("hunt", "1.4")); // every box of 1.4 is wrong on the first check, or the card says it is right there
        Path file = checkout.resolve("work/hunts/Hunt1_4.java");
        String made = Files.readString(file);
        assertTrue(made.contains("public class Hunt1_4 {") && made.contains("public static void main(String[] arguments) {"), "Java as everyone knows it");
        assertTrue(made.contains("hunt(\"1.4\").tryOn(32, 32, 64, 64, Window.of(3).withPadding(1));"), made);
        Files.writeString(file, made.replace("32, 32, 64, 64, Window.of(3).withPadding(1)", "2, 3, 100000, 100000, Window.of(3).withStride(2).withDilation(2)"));
        for (int box = 0; box < 3; box++) assertEquals(Exit.OK, course("hunt", "1.4"));
        assertEquals(Exit.OK, course("hunt", "1.4", "--json"));
        JsonObject document = JsonParser.parseString(said()).getAsJsonObject();
        assertEquals(4, document.get("bugs").getAsInt());
        assertEquals(4, document.getAsJsonArray("bugsFound").size());
        assertTrue(document.getAsJsonArray("printed").toString().contains("That was the last box of task 1.4."), said());
        assertEquals(4, learner().bugsExposed("1.4").size(), "one input that exposes them all");
        course("progress");
        assertTrue(said().contains("4 bugs found"), said());
        Files.writeString(file, "no Java");
        assertEquals(Exit.PERSON, course("hunt", "1.4"));
    }

    // --- check -----------------------------------------------------------------------------------------------------------------------------

    @Test
    void whatWasPassedInTheNotebookIsSaidBesideTheFiles() throws IOException {
        Files.writeString(Files.createDirectories(checkout.resolve("work/answers/lesson01")).resolve("MyConvMacs.java"), RIGHT_MACS);
        pass("1.6");
        assertEquals(Exit.OK, course("check", "1"));
        assertTrue(said().contains("2 of 20 points"), said());
        assertTrue(said().contains("Passed earlier, in the notebook or in another version of the file: 1.6. With that: 6 of 20 points"), said());
        course("check", "1.4");
        assertFalse(said().contains("Passed earlier"), said());
    }

    // --- progress --------------------------------------------------------------------------------------------------------------------------

    @Test
    void progressBeginsWithTheLab() {
        assertEquals(Exit.OK, course("progress"));
        assertTrue(said().contains("01-pooling               not opened, 0 of 6 tasks, 0 of 20 points"), said());
        assertTrue(said().contains("Next: ./course lab   (lesson 1 is next)"), said());
    }

    @Test
    void aPassedAnswerFileCounts() throws IOException {
        Path answer = Files.createDirectories(checkout.resolve("work/answers/lesson01")).resolve("MyConvMacs.java");
        Files.writeString(answer, RIGHT_MACS);
        assertEquals(Exit.OK, course("check", "1.4"));
        Files.delete(answer); // what was passed stays passed
        course("hint", "1.1");
        assertEquals(Exit.OK, course("progress", "--json"));
        JsonObject document = JsonParser.parseString(said()).getAsJsonObject();
        assertEquals(2, document.get("points").getAsInt());
        assertEquals(20, document.get("max").getAsInt());
        JsonObject lesson = document.getAsJsonArray("lessons").get(0).getAsJsonObject();
        assertTrue(lesson.getAsJsonArray("tasks").get(3).getAsJsonObject().get("passed").getAsBoolean());
        assertEquals(1, lesson.getAsJsonArray("tasks").get(0).getAsJsonObject().get("hintsOpened").getAsInt());
        assertEquals("./course start 1", document.getAsJsonObject("next").get("command").getAsString());
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
        assertTrue(said().contains("20 of 20 points") && said().contains("Next: ./course hunt 1.1"), said());
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
