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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import upsampling.grader.Learner;
import upsampling.lesson.FileState;

/// `course run` on small lessons, in this JVM.
@Isolated("it replaces the JVM's streams")
class RunCommandTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;

    @BeforeEach
    void asTheLauncherDoes() throws IOException {
        Files.createDirectories(folder.resolve("notebooks"));
        System.setProperty("course.home", folder.toString());
        System.setProperty("course.forked", "true"); // this JVM has the options that lessons need
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setOut(realOut);
        System.setErr(realErr);
        System.clearProperty("course.home");
        System.clearProperty("course.forked");
    }

    private Path lesson(String name, String... cells) throws IOException {
        List<String> json = new ArrayList<>();
        for (String cell : cells) {
            json.add("{\"cell_type\": \"code\", \"execution_count\": 1, \"id\": \"c" + json.size() + "\", \"metadata\": {}, \"outputs\": [], \"source\": [\""
                + cell.replace("\"", "\\\"").replace("\n", "\\n") + "\"]}");
        }
        return Files.writeString(folder.resolve("notebooks").resolve(name), "{\"cells\": [" + String.join(",", json)
            + "], \"metadata\": {\"kernelspec\": {\"name\": \"java\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(arguments));
        return Course.commandLine().execute(all.toArray(String[]::new));
    }

    private JsonObject first() {
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject().getAsJsonArray("lessons").get(0).getAsJsonObject();
    }

    @Test
    void aLessonThatRunsIsCountedWithItsClaims() throws IOException {
        lesson("03-good.ipynb", "import static upsampling.lesson.Lesson.*;", "claim(\"two\", 1 + 1 == 2);\nclaim(\"three\", true);");
        assertEquals(Exit.OK, run("--json"));
        assertEquals("[3, 2, 0, 2]", List.of("lesson", "cells", "failed", "checks").stream().map(k -> first().get(k).getAsInt()).toList().toString());
        assertTrue(first().get("seconds").getAsDouble() > 0);
        Learner learner = new Learner(FileState.in(folder.resolve("work/.state")));
        assertTrue(learner.hasRun(3) && !learner.hasRun(1), "the run is kept for ./course progress");
    }

    @Test
    void aFailingCellIsNamedWithItsSourceAndTheErrorAndEndsTheLesson() throws IOException {
        lesson("01-bad.ipynb", "int a = 1;", "int zero = a - 1;\nint b = a / zero;", "int c = 1;");
        assertEquals(Exit.PERSON, run());
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("01-bad, cell 2"), text);
        assertTrue(text.contains("int b = a / zero;"), text);
        assertTrue(text.contains("java.lang.ArithmeticException: / by zero"), text);
        assertTrue(text.contains("cell 2, line 2"), text);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("stopped at cell 2"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aCellThatNeverEndsIsStopped() throws IOException {
        lesson("01-loop.ipynb", "while (true) { }");
        assertEquals(Exit.PERSON, run("--cell-seconds", "1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("stopped after 1 s"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsNoLessonIsSaidAndTheOthersRun() throws IOException {
        Files.writeString(folder.resolve("notebooks/01-broken.ipynb"), "{\"cells\": [");
        lesson("02-good.ipynb", "1 + 1");
        assertEquals(Exit.PERSON, run());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("01-broken.ipynb is no JSON"), err.toString(StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("02-good"), out.toString(StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("slowest cell, from the top"), "a number that Jupyter does not show beside the cell");
    }

    @Test
    void outputsAreStoredOnlyWhenAskedAndOnlyIfAllCellsRan() throws IOException {
        Path file = lesson("01-good.ipynb", "6 * 7");
        String before = Files.readString(file);
        assertEquals(Exit.OK, run());
        assertEquals(before, Files.readString(file));
        assertEquals(Exit.OK, run("--update"));
        assertTrue(Files.readString(file).contains("\"42\""), Files.readString(file));
        String stored = Files.readString(file);
        assertEquals(Exit.OK, run("--update"));
        assertEquals(stored, Files.readString(file), "a second run changes nothing");
        Path bad = lesson("02-bad.ipynb", "1", "int x = ;");
        String untouched = Files.readString(bad);
        assertEquals(Exit.PERSON, run("2", "--update"));
        assertEquals(untouched, Files.readString(bad));
        assertFalse(Files.exists(bad.resolveSibling("02-bad.ipynb.part")));
    }
}
