package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import upsampling.grader.plan.Lessons;

/// `solution` and `hunt`, which only the teacher's course has, and tests with a right answer in them. Students do not get this file, see `solutions/src/release/left-out.txt`.
class TeachersCommandsTest extends CommandTests {
    private static final String RIGHT_MACS = """
        package answers.lesson01;
        import upsampling.tasks.Pooling;
        import upsampling.tensor.Window;
        public class MyConvMacs implements Pooling {
            @Override
            public long convMacs(int oh, int ow, int in, int out, Window k) { return (long) oh * ow * in * out * k.kernel() * k.kernel(); }
        }
        """;

    @BeforeEach
    void withTheSolutionsOfLessonOne() throws IOException {
        String solutions = "solutions/src/main/java/upsampling/solutions/lesson01";
        Files.createDirectories(checkout.resolve(solutions));
        Files.copy(Path.of("..").resolve(solutions).resolve("Reference.java"), checkout.resolve(solutions).resolve("Reference.java"));
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

    // --- what a right answer does -----------------------------------------------------------------------------------------------------------------------------

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
}
