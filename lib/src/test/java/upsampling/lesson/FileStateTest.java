package upsampling.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private static LessonState.Event event(String value) {
        return new LessonState.Event(NOON, "predicted", "1.noise", value);
    }

    @Test
    void whatWasRecordedIsReadBack() {
        Path file = folder.resolve("new é/state.tsv");
        List<LessonState.Event> events = List.of(event("A"), event(""), event("tab\t, line\n, \\n, \\, ✓ and end"));
        for (LessonState.Event e : events) new FileState(file).record(e);
        assertEquals(events, new FileState(file).events());
    }

    @Test
    void aFileThatIsNotThereHasNoEvents() {
        assertEquals(List.of(), new FileState(folder.resolve("none")).events());
    }

    @Test
    void aLineTornAnywhereCostsOnlyItself() throws IOException {
        Path whole = folder.resolve("whole");
        new FileState(whole).record(event("a long é value"));
        byte[] line = Files.readAllBytes(whole);
        for (int length = 0; length < line.length - 1; length++) {
            Path file = folder.resolve("torn" + length);
            new FileState(file).record(event("before"));
            Files.write(file, java.util.Arrays.copyOf(line, length), StandardOpenOption.APPEND);
            assertEquals(List.of(event("before")), new FileState(file).events(), "torn after " + length + " bytes");
            new FileState(file).record(event("after"));
            assertEquals(List.of(event("before"), event("after")), new FileState(file).events(), "torn after " + length + " bytes");
        }
    }

    @Test
    void linesOfOthersAreSkipped() throws IOException {
        Path file = folder.resolve("state");
        Files.writeString(file, "not a time\ta\tb\tc\tend\n\n# note\n");
        new FileState(file).record(event("A"));
        assertEquals(List.of(event("A")), new FileState(file).events());
    }

    @Test
    void threadsDoNotMixTheirLines() throws InterruptedException {
        Path file = folder.resolve("state");
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String value = "x".repeat(500 * (t + 1));
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 25; i++) new FileState(file).record(event(value));
            }));
        }
        for (Thread thread : threads) thread.join();
        assertEquals(100, new FileState(file).events().size());
    }

    @Test
    void whatCannotBeKeptDoesNotFailTheLesson() throws IOException {
        Path blocked = Files.createFile(folder.resolve("file")).resolve("state");
        LessonState state = new FileState(blocked);
        state.record(event("A"));
        assertEquals(List.of(), state.events());
    }

    @Test
    void theEnvironmentNamesTheFolderElseNothingIsKept() {
        assertSame(NoState.INSTANCE, Lesson.stateOf(null));
        assertSame(NoState.INSTANCE, Lesson.stateOf(" "));
        Lesson.stateOf(folder.toString()).record(event("A"));
        assertTrue(Files.isRegularFile(folder.resolve("events.tsv")));
        assertEquals(List.of(event("A")), FileState.in(folder).events());
    }
}
