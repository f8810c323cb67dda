package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Live displays with a clock that the test moves.
class LiveTest {
    private static final long MILLISECOND = 1_000_000;

    private final Replacing received = new Replacing();
    private long now = 7; // a clock may begin anywhere

    /// Keeps what a display that can replace receives.
    private static final class Replacing implements Display {
        final List<String> events = new ArrayList<>();
        final List<String> ids = new ArrayList<>();

        @Override
        public void show(Shown shown) {
            events.add("show:" + shown.text());
        }

        @Override
        public void replace(Shown shown, String id, boolean isFinal) {
            events.add((isFinal ? "final:" : "update:") + shown.text());
            ids.add(id);
        }

        @Override
        public void clear(boolean whenNextArrives) {
            events.add("clear:" + whenNextArrives);
        }
    }

    @BeforeEach
    void receive() {
        Show.to(received);
    }

    @AfterEach
    void showOnTheConsoleAgain() {
        Show.to(new ConsoleDisplay(System.out));
        System.clearProperty(ConsoleDisplay.FOLDER);
    }

    private Live live() {
        return new Live(() -> now);
    }

    @Test
    void twoUpdatesASecondAreShownAndTheLastOneAtTheEnd() {
        try (Live live = live()) {
            for (int step = 0; step <= 9; step++) { // one each 0.2 s: shown at 0, .6, 1.2 and 1.8 s
                live.update("step " + step);
                now += 200 * MILLISECOND;
            }
            now -= 200 * MILLISECOND;
            live.update("step 10");
        }
        assertEquals(List.of("update:step 0", "update:step 3", "update:step 6", "update:step 9", "final:step 10"), received.events);
        assertEquals(1, received.ids.stream().distinct().count());
    }

    @Test
    void onlyWhatIsShownIsDrawn() {
        AtomicInteger drawn = new AtomicInteger();
        try (Live live = live()) {
            for (int step = 0; step < 1000; step++) live.update(() -> "drawing " + drawn.incrementAndGet());
        }
        assertEquals(2, drawn.get(), "the first and the last");
        assertEquals(List.of("update:drawing 1", "final:drawing 2"), received.events);
    }

    @Test
    void everyPlaceHasAnIdOfItsOwn() {
        try (Live one = live(); Live two = live()) {
            one.update(1);
            two.update(2);
        }
        assertEquals(2, received.ids.stream().distinct().count());
        assertEquals(List.of("update:1", "update:2", "final:2", "final:1"), received.events);
    }

    @Test
    void nothingIsShownOfAPlaceThatWasNeverUpdated() {
        live().close();
        assertEquals(List.of(), received.events);
    }

    @Test
    void aClosedPlaceCannotBeUpdated() {
        Live live = live();
        live.update("a");
        live.close();
        live.close();
        assertEquals(List.of("update:a", "final:a"), received.events);
        assertEquals("Live: it is closed; open another one with Show.live()",
            assertThrows(IllegalStateException.class, () -> live.update("b")).getMessage());
    }

    @Test
    void aPictureThatCannotBeDrawnIsTheCallersFailureOnce() {
        Live live = live();
        live.update("a");
        now += 500 * MILLISECOND;
        assertThrows(ArithmeticException.class, () -> live.update(() -> 1 / (now - now)));
        live.close();
        assertEquals(List.of("update:a", "final:a"), received.events);
    }

    @Test
    void aDisplayThatCannotReplaceShowsTheFinalPictureOnly() {
        List<String> shown = new ArrayList<>();
        Show.to(card -> shown.add(card.text()));
        try (Live live = live()) {
            for (int step = 0; step < 5; step++) {
                live.update(step);
                now += 1000 * MILLISECOND;
            }
        }
        assertEquals(List.of("4"), shown);
        Show.clear(); // nothing to do, no failure
    }

    @Test
    void theCellsOutputCanBeCleared() {
        Show.clear();
        Show.clearBeforeNext();
        assertEquals(List.of("clear:false", "clear:true"), received.events);
    }

    @Test
    void aConsoleGetsALineInFiveSecondsAndTheFinalPictureAsAFile(@TempDir Path folder) throws IOException {
        System.setProperty(ConsoleDisplay.FOLDER, folder.toString());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Show.to(new ConsoleDisplay(new PrintStream(console, true, StandardCharsets.UTF_8), () -> now));
        try (Live live = live()) {
            for (int step = 0; step <= 11; step++) {
                live.update("second " + step);
                now += 1000 * MILLISECOND;
            }
        }
        List<String> lines = console.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(List.of("second 0", "second 5", "second 10", "second 11"), lines.subList(0, 4));
        assertEquals(5, lines.size(), "and where figures are saved: " + lines);
        assertTrue(Files.readString(folder.resolve("01.html")).contains("second 11"));
        assertTrue(Files.notExists(folder.resolve("02.html")));
    }

    @Test
    void aConsoleDoesNotRepeatALineAtTheEnd() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Show.to(new ConsoleDisplay(new PrintStream(console, true, StandardCharsets.UTF_8), () -> now));
        try (Live live = live()) {
            live.update(new Shown("", "only"));
        }
        assertEquals("only", console.toString(StandardCharsets.UTF_8).strip());
    }
}
